#include "model/date.hpp"

#include <doctest/doctest.h>

using namespace thidua::model;

TEST_CASE("model::parse_date: reads the four precisions and gives them back") {
  for (const char* text : {"2022-03-10", "2023-01", "2023-Q4", "2025", "2024-02-29"}) {
    CAPTURE(text);
    const auto date = parse_date(text);
    REQUIRE(date);
    CHECK(to_string(*date) == text);
  }
}

TEST_CASE("model::parse_date: refuses days that do not exist and anything else") {
  for (const char* text :
       {"2022-02-31", "2023-02-29", "2022-13", "2022-00", "2022-01-00", "2022-Q5", "2022-Q0", "2022-Q", "22-01-01",
        "2022-1-1", "2022-01-011", "", "2022-", "hôm nay", "2022/01/01", "-022-01-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("model::Date: covers from its first to its last day") {
  using namespace std::chrono;
  CHECK(parse_date("2024-02")->last_day() == sys_days(2024y / February / 29));
  CHECK(parse_date("2023-Q4")->first_day() == sys_days(2023y / October / 1));
  CHECK(parse_date("2023-Q4")->last_day() == sys_days(2023y / December / 31));
  CHECK(parse_date("2025")->first_day() == sys_days(2025y / January / 1));
}

TEST_CASE("model::by_last_day: a day comes before the quarter that ends with it") {
  CHECK(by_last_day(*parse_date("2023-12-31"), *parse_date("2023-Q4")) < 0);
  CHECK(by_last_day(*parse_date("2023-Q4"), *parse_date("2023")) < 0);
  CHECK(by_last_day(*parse_date("2023"), *parse_date("2024-01-01")) < 0);
}
