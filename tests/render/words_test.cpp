#include "render/words.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::render;

namespace {

const Strings kStrings("theme.json", {{"date.day", "ngày {day} tháng {month} năm {year}"},
                                      {"date.month", "tháng {month} năm {year}"},
                                      {"date.quarter", "Quý {quarter} năm {year}"},
                                      {"date.year", "năm {year}"},
                                      {"number.group", "."},
                                      {"number.decimal", ","},
                                      {"clause.dash", "gạch {number}"},
                                      {"clause.plus", "cộng {number}"},
                                      {"clause.paragraph", "đoạn {number}"},
                                      {"clause.preamble", "phần đầu"},
                                      {"clause.numbered", "mục {path}"},
                                      {"clause.repeated", " (lần {number})"}});

struct Fixture {
  model::Site site;
  Diagnostics diagnostics;
  Words words{kStrings, site, diagnostics};
  std::string date(const char* text) { return words.date(*model::parse_date(text)); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "render::Words: dates in the official form") {
  CHECK(date("2025-07-31") == "ngày 31 tháng 7 năm 2025");
  CHECK(date("2025-02-05") == "ngày 05 tháng 02 năm 2025");
  CHECK(date("2022-03") == "tháng 3 năm 2022");
  CHECK(date("2023-Q4") == "Quý IV năm 2023");
  CHECK(date("2025") == "năm 2025");
}

TEST_CASE("render::dialled: digits, and a plus sign where it comes first") {
  CHECK(dialled("0214 387 1234") == "02143871234");
  CHECK(dialled("(+84) 214.387-1234") == "+842143871234");
  CHECK(dialled("1+2") == "12");
  CHECK(dialled("chưa có") == "");
}

TEST_CASE_FIXTURE(Fixture, "render::Words: an amount has its unit after a space, but a percent sign at its number") {
  CHECK(words.amount("93.5", "%") == "93,5%");
  CHECK(words.amount("1200", "hồ sơ") == "1.200 hồ sơ");
  CHECK(words.amount("2/3", "") == "2/3");
}

TEST_CASE_FIXTURE(Fixture, "render::Words: a quarter has no machine-readable form in HTML") {
  CHECK(words.date_view(*model::parse_date("2023-Q4")).get("machine")->is_false());
  CHECK(*words.date_view(*model::parse_date("2023-01")).get("machine")->as_text() == "2023-01");
}

TEST_CASE_FIXTURE(Fixture, "render::Words: numbers in Vietnamese form") {
  CHECK(words.number("93.5") == "93,5");
  CHECK(words.number("1234567") == "1.234.567");
  CHECK(words.number("999") == "999");
  CHECK(words.number("2/3") == "2/3");
}

TEST_CASE_FIXTURE(Fixture, "render::Words: clauses as a reader names them") {
  CHECK(words.clause_label("IV.1.2.a") == "mục IV.1.2.a");
  CHECK(words.clause_label("IV~2.1.-2.+1") == "mục IV (lần 2), 1, gạch 2, cộng 1");
  CHECK(words.clause_label("preamble.p3") == "phần đầu, đoạn 3");
}

TEST_CASE_FIXTURE(Fixture, "render::Words: a string that the theme lacks is reported") {
  CHECK(words.get("không có") == "[không có]");
  CHECK(diagnostics.sorted().front().code == Code::theme_string_missing);
}
