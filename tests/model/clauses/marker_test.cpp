#include "model/clauses/marker.hpp"

#include <doctest/doctest.h>

using namespace thidua::model;

namespace {
std::string component(const char* line) {
  const auto marker = marker_of(line);
  return marker ? marker->component : "none";
}
}  // namespace

TEST_CASE("model::marker_of: recognises each style of numbering") {
  CHECK(component("IV. Khen thưởng") == "IV");
  CHECK(component("A. Phần chung") == "A");
  CHECK(component("1. Mục đích") == "1");
  CHECK(component("1) Mục đích") == "1");
  CHECK(component("1.2. Nội dung") == "1.2");
  CHECK(component("1.2.1 Nội dung") == "1.2.1");
  CHECK(component("a) Tập thể") == "a");
  CHECK(component("a, Tập thể") == "a");
  CHECK(component("đ) Tập thể") == "đ");
  CHECK(component("Điều 5. Hồ sơ") == "dieu-5");
  CHECK(component("Chương II QUY ĐỊNH") == "chuong-2");
  CHECK(marker_of("- Tập thể")->style == MarkerStyle::dash);
  CHECK(marker_of("– Tập thể")->printed == "-");
  CHECK(marker_of("+ 03 tập thể")->style == MarkerStyle::plus);
  CHECK(marker_of("* Giấy khen")->style == MarkerStyle::star);
}

TEST_CASE("model::marker_of: leaves numbers and words of prose alone") {
  for (const char* line :
       {"2021. Xin báo cáo", "1.234 hồ sơ", "26/10/2021 của UBND", "05 năm giai đoạn", "-xã hội", "100% hồ sơ", "IV",
        "\\- xã hội", "2/3 số công chức", "anh) x", "", "Điều kiện khen thưởng", "IVX. sai số La Mã"}) {
    CAPTURE(line);
    CHECK_FALSE(marker_of(line));
  }
}

TEST_CASE("model::marker_of: puts đ between d and e") {
  CHECK(marker_of("d) x")->ordinal < marker_of("đ) x")->ordinal);
  CHECK(marker_of("đ) x")->ordinal < marker_of("e) x")->ordinal);
}
