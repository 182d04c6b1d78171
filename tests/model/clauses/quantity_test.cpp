#include "model/clauses/quantity.hpp"

#include <doctest/doctest.h>

using namespace thidua::model;

namespace {
std::string found(const char* text) {
  std::string out;
  for (const Quantity& q : quantities_in(text)) {
    if (q.implied) continue;
    out += (out.empty() ? "" : " ") + q.token;
    if (q.relation) out += ":" + std::string(name_of_relation(*q.relation));
  }
  return out;
}
}  // namespace

TEST_CASE("model::quantities_in: numbers in Vietnamese form") {
  CHECK(found("tặng 03 Giấy khen, đạt 93,5 điểm, 1.234 hồ sơ, 100%.") == "3 93.5 1234 100");
  CHECK(found("không có số nào") == "");
}

TEST_CASE("model::quantities_in: dates, periods and quarters") {
  CHECK(found("ngày 06/4/2022") == "2022-04-06");
  CHECK(found("ngày 18 tháng 6 năm 2021") == "2021-06-18");
  CHECK(found("trong tháng 01/2023") == "2023-01");
  CHECK(found("tháng 8 năm 2025") == "2025-08");
  CHECK(found("tháng 3 năm sau") == "--03");
  CHECK(found("giai đoạn 2021 - 2025") == "2021 2025");
  CHECK(found("giai đoạn 2021-2025") == "2021 2025");
  CHECK(found("vào Quý IV/2023 và Quý II") == "2023-Q4 Q2");
  CHECK(found("quý IV năm 2025") == "2025-Q4");
}

TEST_CASE("model::quantities_in: document numbers are one thing") {
  CHECK(found("Quyết định số 33/2021/QĐ-UBND ngày 18/6/2021") == "33/2021/qđ-ubnd 2021-06-18");
  CHECK(found("Chỉ thị số 07/CT-UBND") == "07/ct-ubnd");
}

TEST_CASE("model::quantities_in: comparators beside their number") {
  CHECK(found("tối thiểu 80% hồ sơ") == "80:at_least");
  CHECK(found("đạt từ 90% trở lên") == "90:at_least");
  CHECK(found("tối thiểu đạt 90%") == "90:at_least");
  CHECK(found("trên 90% cơ quan") == "90:more_than");
  CHECK(found("không quá 03 tập thể") == "3:at_most");
  CHECK(found("không quá 2/3 số công chức") == "--03-02:at_most");
  CHECK(found("dưới 5 điểm") == "5:less_than");
  CHECK(found("trước ngày 15/3 năm liền kề") == "--03-15:before");
  CHECK(found("xong trước 10/3/2022") == "2022-03-10:before");
  CHECK(found("ít nhất một sáng kiến") == "1:at_least");
  CHECK(found("một sáng kiến") == "");
}

TEST_CASE("model::quantities_in: a bound belongs to its own number only") {
  CHECK(found("tối thiểu 75% ở cấp huyện, 60% ở cấp xã") == "75:at_least 60");
  CHECK(found("80% hồ sơ, từ 20% trở lên giao dịch") == "80 20:at_least");
}

TEST_CASE("model::quantities_in: a period means the years within it") {
  const auto implied = [](const char* text) {
    std::string out;
    for (const Quantity& q : quantities_in(text)) {
      if (q.implied) out += q.token + " ";
    }
    return out;
  };
  CHECK(implied("giai đoạn 2021-2024") == "2022 2023 ");
  CHECK(implied("giai đoạn 2021 – 2024") == "2022 2023 ");
  CHECK(implied("từ năm 2021 đến năm 2023") == "2022 ");
  CHECK(implied("năm 2021 và năm 2023") == "");
  CHECK(implied("từ 5 đến 9") == "");
}
