#include "rules/personal/find.hpp"

#include <doctest/doctest.h>

using namespace thidua::rules;

namespace {

/// What is found in a text, as "kind:text", separated by bars.
std::string found(const std::string& text) {
  std::string out;
  for (const personal::Piece& piece : personal::find_pieces(text)) {
    constexpr std::string_view kNames[] = {"citizen", "birth", "mobile"};
    if (!out.empty()) out += "|";
    out += std::string(kNames[static_cast<int>(piece.kind)]) + ":" + text.substr(piece.begin, piece.end - piece.begin);
  }
  return out;
}

}  // namespace

TEST_CASE("rules::personal::find_pieces: mobile numbers, however they are grouped") {
  for (const char* number : {"0912345678",
                             "0321234567",
                             "0561234567",
                             "0771234567",
                             "0881234567",
                             "0912 345 678",
                             "0912.345.678",
                             "0912-345-678",
                             "091 234 5678",
                             "09 1234 5678",
                             "09.12.34.56.78",
                             "0912 34 56 78",
                             "0912.345678",
                             "0912 - 345 - 678",
                             "0912\u00A0345\u00A0678",
                             "0912\u2011345\u2011678",
                             "0912. 345. 678",
                             "0 912 345 678",
                             "+84912345678",
                             "+84 912 345 678",
                             "+84.912.345.678",
                             "+84-912-345-678",
                             "+84 9 1234 5678",
                             "+84 (0)912 345 678",
                             "84912345678",
                             "0084912345678",
                             "0084 912 345 678"}) {
    CAPTURE(number);
    for (const std::string before :
         {"", "ĐT: ", "(", "Anh An ", "liên hệ:", "[gọi](tel:", "SĐT", "Nguyễn Văn A-", "| "}) {
      if (before == "[gọi](tel:" && std::string(number).find("(0)") != std::string::npos) continue;
      const std::string plus = number[0] == '+' && (before == "SĐT") ? ":" : "";
      for (const char* after : {"", ".", ", gặp anh An", ")", " |", " 2 người", "\n"}) {
        if (std::string(after) == " 2 người" && std::string(number).find(' ') == std::string::npos) continue;
        CHECK(found(before + plus + number + after) == std::string("mobile:") + number);
      }
    }
  }
  CHECK(found("(0912) 345 678") == "mobile:0912) 345 678");
  CHECK(found("(+84) 912 345 678") == "mobile:+84) 912 345 678");
  CHECK(found("0912345678/0987654321") == "mobile:0912345678|mobile:0987654321");
  CHECK(found("0912 345 678 0987 654 321") == "mobile:0912 345 678|mobile:0987 654 321");
  CHECK(found("0912345678 - 0987654321") == "mobile:0912345678|mobile:0987654321");
  CHECK(found("https://zalo.me/0912345678") == "mobile:0912345678");
  CHECK(found("5 người, 2 0912345678") == "mobile:0912345678");
}

TEST_CASE("rules::personal::find_pieces: landlines, service numbers, dates and codes are no mobile numbers") {
  for (const char* text : {"024 3822 3344",
                           "02438223344",
                           "(0214) 3871 234",
                           "0214.3871.234",
                           "1900 1234",
                           "1900.545.464",
                           "18001234",
                           "1800 599 928",
                           "+84 24 3822 3344",
                           "(08) 38 223 344",
                           "05-02-2021 08:30",
                           "05.02.2021 10 hồ sơ",
                           "tháng 03-2021-2022",
                           "từ 08 2021 2022",
                           "07.08.2022 - 15",
                           "mã số thuế 0312345678",
                           "MST: 0312345678",
                           "Mã số thuế là: 0312345678",
                           "mã số doanh nghiệp 0312345678",
                           "0312345678-001",
                           "0,0912345678",
                           "https://bao.example/tin-0912345678.html",
                           "/tin-tuc/ky-hop-0912345678/",
                           "a0912345678b",
                           "x_0912345678",
                           "091234567",
                           "0612345678",
                           "0112345678",
                           "091234567890123",
                           "84 912 345 678 đồng",
                           "3.000.000.000",
                           "08 1 2 3 4 5 6 7 8 9"}) {
    CAPTURE(text);
    const std::string all = found(text);
    CHECK(all.find("mobile") == std::string::npos);
  }
}

TEST_CASE("rules::personal::find_pieces: citizens' numbers of 12 and 9 digits") {
  for (const char* number : {"001080012345", "079180012345", "123456789012", "012345678", "191234567",
                             "001 080 012 345", "0010 8001 2345", "001.080.012.345", "012 345 678", "012.345.678"}) {
    CAPTURE(number);
    for (const char* before : {"", "số ", "CCCD: ", "(", "Số căn cước công dân là ", "| "}) {
      for (const char* after : {"", ".", ", cấp năm 2021", ")", " do Công an cấp", " |"}) {
        CHECK(found(before + std::string(number) + after) == std::string("citizen:") + number);
      }
    }
  }
  for (const char* text :
       {"CMND 191 234 567", "CMND số 191.234.567", "Chứng minh nhân dân: 191 234 567", "CHỨNG MINH THƯ SỐ 191 234 567",
        "số định danh cá nhân là 191 234 567", "CCCD 00 108 001 2345"}) {
    CAPTURE(text);
    CHECK(found(text).starts_with("citizen:"));
  }
  CHECK(found("001080012345/012345678") == "citizen:001080012345|citizen:012345678");
}

TEST_CASE("rules::personal::find_pieces: amounts, years, codes and document numbers are no citizens' numbers") {
  for (const char* text : {"123.456.789 đồng",
                           "123.456.789.012 đồng",
                           "191.234.567",
                           "123 456 789",
                           "123456789 đồng",
                           "123456789đ",
                           "Tổng: 123456789 VNĐ",
                           "123456789012 USD",
                           "123456789,5",
                           "2021-2022-2023",
                           "2021 2022 2023",
                           "năm 2020 - 2021 - 2022",
                           "33/2021/QĐ-UBND",
                           "12/KH-UBND",
                           "000.00.12.H23-210305-0004",
                           "GP-123456789",
                           "123456789/GP-UBND",
                           "A123456789",
                           "123456789-A",
                           "123456789.pdf",
                           "/media/2021/123456789.pdf",
                           "https://x.example/?id=123456789012",
                           "https://x.example/tin-102220305.htm",
                           "số tài khoản 113000012345",
                           "1234567890",
                           "0101234567-001",
                           "20210305123456",
                           "1.123456789",
                           "Ủy ban nhân dân: 123.456.789 đồng",
                           "100 200 300",
                           "01 02 03 04 05"}) {
    CAPTURE(text);
    CHECK(found(text) == "");
  }
}

TEST_CASE("rules::personal::find_pieces: dates of birth, in any case") {
  for (const char* text : {"sinh ngày 05/02/1980",
                           "sinh: 05/02/1980",
                           "sinh năm 1980",
                           "Sinh năm: 1980",
                           "SINH NĂM 1980",
                           "sinh 1980",
                           "sinh ngày 5-2-1980",
                           "sinh ngày 05.02.1980",
                           "sinh ngày 05 / 02 / 1980",
                           "sinh ngày 05/02/80",
                           "sinh 1980-02-05",
                           "sinh ngày 05 tháng 02 năm 1980",
                           "sinh vào ngày mồng 5 tháng 2 năm 1980",
                           "sinh ngày 05 tháng 02",
                           "sinh tháng 02/1980",
                           "sinh tháng 02 năm 1980",
                           "sinh\nngày 05/02/1980",
                           "sinh\u00A0năm\u00A01980",
                           "sinh | 05/02/1980",
                           "sinh** năm 1980",
                           "sinh (1980",
                           "sinh – 1980",
                           "SN 1980",
                           "sn 1980",
                           "SN: 1980",
                           "SN 05/02/1980"}) {
    CAPTURE(text);
    CHECK(found(text) == std::string("birth:") + text);
    CHECK(found(std::string("Nguyễn Văn A, ") + text + ", trú tại") == std::string("birth:") + text);
    CHECK(found(std::string("Nguyễn Văn A (") + text + ")") == std::string("birth:") + text);
    CHECK(found(std::string("Bà Lò Thị Út ") + text + ".") == std::string("birth:") + text);
  }
  CHECK(found("ngày sinh: 05/02/1980") == "birth:sinh: 05/02/1980");
  CHECK(found("NGÀY SINH: 05/02/1980") == "birth:SINH: 05/02/1980");
  CHECK(found("Ngày, tháng, năm sinh: 05/02/1980") == "birth:sinh: 05/02/1980");
  CHECK(found("Năm sinh 1980") == "birth:sinh 1980");
  CHECK(found("bà An sinh năm 1980") == "birth:sinh năm 1980");
  CHECK(found("Nguyễn Văn An sinh năm 1980") == "birth:sinh năm 1980");
}

TEST_CASE("rules::personal::find_pieces: dates of birth below the heading of a table's column") {
  const std::string rows = "|---|---|---|\n| A | 05/02/1980 | 01/03/2025 |\n| B |1975| 2025 |\n\n";
  for (const char* heading :
       {"Ngày sinh", "**Ngày, tháng, năm sinh**", "NĂM SINH", "Sinh ngày", "Năm sinh, nơi sinh"}) {
    CAPTURE(heading);
    const std::string table = "| Họ tên | " + std::string(heading) + " | Ngày khen |\n" + rows;
    CHECK(found(table) == "birth:05/02/1980|birth:1975");
    CHECK(found("Năm 2025:\n\n" + table + "| Năm | Số |\n" + rows + "Hết.\n" + table) ==
          "birth:05/02/1980|birth:1975|birth:05/02/1980|birth:1975");
  }
  for (const char* heading : {"Học sinh", "Ngày", "Ngày khai sinh", ""}) {
    CAPTURE(heading);
    CHECK(found("| Họ tên | " + std::string(heading) + " | Ngày khen |\n" + rows) == "");
  }
  CHECK(found("| Ngày sinh |") == "");
  CHECK(found("|1980") == "");
}

TEST_CASE("rules::personal::find_pieces: other words with sinh, and other dates, say nothing of a birth") {
  for (const char* text : {"học sinh năm 2021",
                           "Học sinh năm 2021",
                           "HỌC SINH NĂM 2021",
                           "vệ sinh năm 2022",
                           "phát sinh ngày 05/02/2021",
                           "Khai sinh năm 2021",
                           "đăng ký khai sinh: 2021",
                           "An sinh năm 2022",
                           "Tình Hình Phát Sinh Năm 2021",
                           "hy sinh ngày 05/02/1968",
                           "tỷ lệ sinh năm 2021",
                           "| Học sinh | 2021 |",
                           "kinh phí SN 2022",
                           "SN 12",
                           "sinh 2 con",
                           "sinh ngày",
                           "sinh năm 3000",
                           "sinh năm 80",
                           "sinh viên năm 2021",
                           "kỷ niệm ngày sinh của Bác 19/5/1890",
                           "nơi sinh. Năm 1980",
                           "sinh\n\nNăm 1980",
                           "sinh ngày 45/02/1980",
                           "ngày 05/02/1980",
                           "isinh năm 1980",
                           "asn 1980",
                           "sinh 1980x"}) {
    CAPTURE(text);
    CHECK(found(text) == "");
  }
}

TEST_CASE("rules::personal::find_pieces: long runs and long lists cost no more than their length") {
  CHECK(found(std::string(1'000'000, '7')) == "");
  std::string list, years;
  for (int i = 0; i < 100'000; ++i) list += "12 ", years += "năm ";
  CHECK(found(list) == "");
  std::string rows, cells;
  for (int i = 0; i < 100'000; ++i) rows += "| 1 | 2 |\n", cells += "| 1 ";
  CHECK(found(rows) == "");
  CHECK(found(cells + "\n" + cells) == "");
  CHECK(found(cells + "\n" + rows) == "");
  CHECK(found(years + "1980") == "");
  CHECK(found(list + "0912345678 12") == "mobile:0912345678");
}

TEST_CASE("rules::personal::masked: shows how a piece begins, and no more") {
  CHECK(personal::masked(personal::Kind::mobile_number, "0912.345.678") == "0912…");
  CHECK(personal::masked(personal::Kind::mobile_number, "+84 912 345 678") == "+84 912…");
  CHECK(personal::masked(personal::Kind::mobile_number, "+84 9 1234 5678") == "+84 9 12…");
  CHECK(personal::masked(personal::Kind::mobile_number, "09.12.34.56.78") == "09.12…");
  CHECK(personal::masked(personal::Kind::citizen_number, "00 108 001 2345") == "00 1…");
  CHECK(personal::masked(personal::Kind::citizen_number, "001080012345") == "001…");
  CHECK(personal::masked(personal::Kind::birth_date, "sinh\nngày 05/02/1980") == "sinh ngày …");
}

TEST_CASE("rules::personal::dialled: one form for a number, however it is written") {
  for (const char* number :
       {"0912345678", "0912.345.678", "+84 912 345 678", "+84 (0)912 345 678", "84912345678", "0084 912 345 678"}) {
    CHECK(personal::dialled(number) == "0912345678");
  }
}
