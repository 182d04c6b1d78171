#include "base/long_numbers.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thidua::base;

TEST_CASE("base::without_long_numbers: leaves three digits of what may be a person's number") {
  CHECK(without_long_numbers("to-0912345678") == "to-091…");
  CHECK(without_long_numbers("“0912 345.678” là") == "“091…” là");
  CHECK(without_long_numbers("a/001080012345.json: x") == "a/001….json: x");
  CHECK(without_long_numbers("`912345678`") == "`912…`");
  CHECK(without_long_numbers("id-84912345678, 123456789012") == "id-849…, 123…");
  CHECK(without_long_numbers("2024-0912345678") == "2024-091…");
}

TEST_CASE("base::without_long_numbers: leaves dates, years, amounts and other text as they are") {
  for (const std::string text : {"", "nam-2024", "2025-01-20", "2021-2025-01", "150000000 does not",
                                 "1.500.000.000 đồng", "12345678", "content/a.json:12:34"}) {
    CAPTURE(text);
    CHECK(without_long_numbers(text) == text);
  }
}

TEST_CASE("base::with_dots_for_long_numbers: puts a dot in the place of each digit") {
  CHECK(with_dots_for_long_numbers("\"a\": 912345678, \"b\": 12") == "\"a\": •••••••••, \"b\": 12");
  CHECK(with_dots_for_long_numbers("0912 345 678") == "•••• ••• •••");
  CHECK(with_dots_for_long_numbers("ngày 2025-01-20") == "ngày 2025-01-20");
  CHECK(with_dots_for_long_numbers("90000000000000000000") == "90000000000000000000");
}
