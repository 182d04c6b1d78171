#include "rules/personal/attachment.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace thidua::rules;

namespace {

/// What is found, as "kind:text", separated by bars.
std::string found(std::string_view name, const std::string& text) {
  std::string out;
  for (const personal::Piece& piece : personal::find_in_attachment(name, text)) {
    constexpr std::string_view kNames[] = {"citizen", "birth", "mobile"};
    out += (out.empty() ? "" : "|") + std::string(kNames[static_cast<int>(piece.kind)]) + ":" + piece.text;
  }
  return out;
}

}  // namespace

TEST_CASE("rules::personal::find_in_attachment: each cell by itself, whatever parts them") {
  for (const char separator : {',', ';', '\t'}) {
    CAPTURE(separator);
    std::string text =
        "STT,Họ tên,Ngày sinh,Số CMND,Điện thoại,Kinh phí\n"
        "1,Trần Thị B,05/02/1980,191234567,0912345678,123456789\n"
        "2,\"Lê C\",\"1975\",001080012345,\"0912 345 679\",987654321012\n";
    std::ranges::replace(text, ',', separator);
    CHECK(found("a.csv", text) ==
          "birth:05/02/1980|citizen:191234567|mobile:0912345678|birth:1975|citizen:001080012345|mobile:0912 345 679");
  }
}

TEST_CASE("rules::personal::find_in_attachment: a heading below a title, and a table without any") {
  CHECK(found("a.csv", "Danh sách,\n\nHọ tên,Năm sinh\nTrần Thị B,1980\n") == "birth:1980");
  CHECK(found("a.csv", "Trần Thị B,05/02/1980\nLê Văn C,\"03/04/1981\"\n") == "birth:05/02/1980|birth:03/04/1981");
  CHECK(found("a.csv", "1;Trần Thị B;Nữ;05/02/1980\n2;Lê Văn C;nam;０3/04/1981\n") ==
        "birth:05/02/1980|birth:03/04/1981");
  CHECK(found("a.csv", "Họ tên,Trần Thị B\nNgày sinh,05/02/1980\nKhen ngày,05/02/2025\n") == "birth:05/02/1980");
  CHECK(found("a.csv", "Trần Thị B,05/02/2021\nSa Pa,05/02/2003\n") == "");
}

TEST_CASE("rules::personal::find_in_attachment: plain text is looked through as articles are") {
  CHECK(found("a.txt", "Bà B sinh\nnăm 1980, gọi 09**12**345678") == "birth:sinh\nnăm 1980|mobile:0912345678");
  CHECK(found("a.txt", "Ngày sinh hoạt: 05/02/2021\n05/02/2021\n") == "");
}

TEST_CASE("rules::personal::text_of_attachment: one text, in whatever form it was saved") {
  const std::string text = "Trần 😀\n\nB\n";
  CHECK(personal::text_of_attachment(text) == text);
  CHECK(personal::text_of_attachment("\xEF\xBB\xBFTrần 😀\r\n\r\nB\r\n") == text);
  CHECK(personal::text_of_attachment("Tr\u00E2\u0300n 😀\r\rB\r") == text);
  const std::u16string wide = u"Trần 😀\n\nB\n";
  std::string little = "\xFF\xFE", big = "\xFE\xFF";
  for (const char16_t unit : wide) {
    little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
  }
  CHECK(personal::text_of_attachment(little) == text);
  CHECK(personal::text_of_attachment(big) == text);
  CHECK(personal::text_of_attachment("\xFF\xFE\x3D\xD8") == "\uFFFD");
  CHECK(personal::text_of_attachment("Tr\xC7n 0912") == "Tr\xC7n 0912");
}

TEST_CASE("rules::personal::find_in_attachment: a long list costs no more than its length") {
  std::string text = "Họ tên,Ngày sinh\n";
  for (int i = 0; i < 100'000; ++i) text += "Trần Thị B,05/02/1980\n";
  CHECK(personal::find_in_attachment("a.csv", text).size() == 100'000);
}
