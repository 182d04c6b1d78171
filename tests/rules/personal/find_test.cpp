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
    out += std::string(kNames[static_cast<int>(piece.kind)]) + ":" + piece.text;
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

TEST_CASE("rules::personal::find_pieces: a number is found as the page shows it, where it begins in the source") {
  for (const char* number : {"0912&#51;45678",
                             "&#48;&#57;&#x31;&#X0032;345678",
                             "0912&nbsp;345&#160;678",
                             "091&zwnj;234&shy;5678",
                             "0912&hyphen;345&ndash;678",
                             "091**234**5678",
                             "091*2*345678",
                             "091_2_345678",
                             "091__234__5678",
                             "0912`345`678",
                             "0912\\345678",
                             "0912\\-345\\-678",
                             "0912\\*345678",
                             "0912[345](/x/)678",
                             "0912[](/x/)345678",
                             "0912![](/media/x.png)345678",
                             "0912[345][x]678",
                             "0912<b>345</b>678",
                             "0912<!-- x -->345678",
                             "０９１２３４５６７８",
                             "０９１２－３４５－６７８",
                             "0912３45678",
                             "0912\u200B345678",
                             "0912\u200C345678",
                             "0912\u200D345678",
                             "0912\u2060345678",
                             "0912\uFEFF345678",
                             "0912\u00AD345678",
                             "0\u0332"
                             "9\u0332"
                             "1\u0332"
                             "2345678",
                             "0\uFE0F\u20E3"
                             "9\uFE0F\u20E3"
                             "1\uFE0F\u20E3"
                             "2345678",
                             "٠٩١٢٣٤٥٦٧٨",
                             "०९१२३४५६७८",
                             "០៩១២៣៤៥៦៧៨",
                             "𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
                             "⁰⁹¹²³⁴⁵⁶⁷⁸",
                             "⓪⑨①②③④⑤⑥⑦⑧",
                             "0912\u2009345\u2009678",
                             "0912–345–678",
                             "0912\t345\t678",
                             "0912    345    678",
                             "0 9 1 2 3 4 5 6 7 8",
                             "0.9.1.2.3.4.5.6.7.8",
                             "09 1 2 3 4 5 6 7 8",
                             "+8 4 9 1 2 3 4 5 6 7 8"}) {
    CAPTURE(number);
    for (const std::string before : {"", "Điện thoại “", "Gọi **sớm**, số "}) {
      const auto pieces = personal::find_pieces(before + number + ", gặp anh A");
      REQUIRE(pieces.size() == 1);
      CHECK(pieces[0].kind == personal::Kind::mobile_number);
      CHECK(pieces[0].begin == before.size());
      CHECK(personal::dialled(pieces[0].text) == "0912345678");
    }
  }
  CHECK(found("Gọi số 0912\n345678") == "mobile:0912 345678");
  CHECK(found("CCCD 0010**8001**2345") == "citizen:001080012345");
  CHECK(found("001080&#48;12345") == "citizen:001080012345");
  CHECK(found("0 0 1 0 8 0 0 1 2 3 4 5") == "citizen:0 0 1 0 8 0 0 1 2 3 4 5");
  CHECK(found("CMND 1 9 1 2 3 4 5 6 7") == "citizen:1 9 1 2 3 4 5 6 7");
  CHECK(found("sinh ngày 0**5**/02/19\u200B80") == "birth:sinh ngày 05/02/1980");
  CHECK(found("s&#105;nh năm 1980") == "birth:sinh năm 1980");
}

TEST_CASE("rules::personal::find_pieces: what a disguise hides is found beside what stands open") {
  CHECK(found("0912345678, 038**765**4321, sinh năm 1980, ０９１２３４５６７８") ==
        "mobile:0912345678|mobile:0387654321|birth:sinh năm 1980|mobile:0912345678");
  CHECK(found("**0912345678**") == "mobile:0912345678");
  CHECK(found("_0912345678_") == "mobile:0912345678");
}

TEST_CASE("rules::personal::find_pieces: marks, counting and other scripts that make no number") {
  for (const char* text : {"**1.** Điều 2, *3*, `4`", "[1] [2] [3](/x/) 4&5 & 6", "x_0912345678", "0 1 2 3 4 5 6 7 8 9",
                           "0 9 1 2 3 4 5 6 7 8 9", "05-2-2021 120 hồ sơ", "Năm 2021\n2022, 2023", "001\n002\n003\n004",
                           "| a 0912 |\n| 345678 |", "≥ 90%, 5 → 6, １２ điểm", "&#51;&#52; & &amp; &khong; &#xZZ; &#;",
                           "2020–2021–2022", "[a](b", "a < b, 5 < 6 > 4", "\\"}) {
    CAPTURE(text);
    CHECK(found(text) == "");
  }
}

TEST_CASE("rules::personal::find_pieces: more ways to say that a date is one of birth") {
  for (const char* text :
       {"NS: 02/9/1985", "Ns 1985", "NS 02-09-85", "ns. 1985", "N.S: 1985", "NS 02 tháng 9 năm 1985"}) {
    CAPTURE(text);
    CHECK(found(std::string("Nguyễn Văn A, ") + text).starts_with("birth:"));
  }
  for (const char* text : {"chi NS 1985", "Thu NS 2024", "NS 2024", "(NS 2021)", "NSNN 1985", "NS 12"}) {
    CAPTURE(text);
    CHECK(found(text) == "");
  }
}

TEST_CASE("rules::personal::find_pieces: a full date directly behind a person's name") {
  for (const char* before :
       {"Nguyễn Văn A, ", "Nguyễn Văn A (", "**Nguyễn Văn A** (", "Giàng A Tủa, ", "Ông Nguyễn Văn A, ",
        "NGUYỄN VĂN A, ", "Trưởng phòng Nguyễn Văn A, ", "Trưởng thôn Giàng A Tủa (", "Lê Na, ",
        "Nguyễn Thị Minh Khai An, ", "Nguyễn Văn A,\n", "Nguyễn Văn A, nam, ", "Lò Thị Út (nữ, ",
        "Kèm theo Quyết định số 5: Nguyễn Văn A, ", "Trần Thái Bình, "}) {
    CAPTURE(before);
    for (const char* date : {"02/09/1985", "2-9-1985", "02.09.1985", "1985-09-02", "02 tháng 9 năm 1985"}) {
      CHECK(found(before + std::string(date)) == std::string("birth:") + date);
    }
  }
  for (const char* text : {"Hà Nội, 02/09/1985",
                           "Lào Cai, 12/07/1991",
                           "chiến thắng Điện Biên Phủ (07/5/1954)",
                           "chiến dịch Hồ Chí Minh (30/4/1975)",
                           "Đảng Cộng sản Việt Nam (03/02/1930)",
                           "trường Nguyễn Du Sa Pa, 05/09/2003",
                           "xã Bắc Hà (02/09/2005)",
                           "Phường Điển Hình (02/09/2005)",
                           "Quyết định của Chủ tịch Nguyễn Văn A (02/09/2008)",
                           "Ban hành bởi Nguyễn Văn A (02/09/2008)",
                           "Nguyễn Văn A (02/09/2008, ký thay)",
                           "Nguyễn Văn A, 02/09/2021",
                           "Nguyễn Văn A, 09/1985",
                           "Nguyễn Văn A (1985)",
                           "Nguyễn Văn A họp ngày 02/09/1985",
                           "anh Nguyễn, 02/09/1985",
                           "giai đoạn, 02/09/1985",
                           "từ 01/01/1985, 02/09/1985",
                           "(02/09/1985)",
                           ", 02/09/1985"}) {
    CAPTURE(text);
    CHECK(found(text) == "");
  }
}

TEST_CASE("rules::personal::find_pieces: disguises cost no more than their length either") {
  std::string brackets, entities, tags, names, wide;
  for (int i = 0; i < 100'000; ++i) {
    brackets += "1](", entities += "1&", tags += "1<a", names += "An, 1/1/1980 ", wide += "１ ";
  }
  for (const std::string& text : {brackets, entities, tags, wide}) CHECK(found(text) == "");
  CHECK(found(names) == "");
}
