#include "data/open_data/csv.hpp"

#include <doctest/doctest.h>

#include "data/open_data/csv_reader.hpp"

using namespace thidua;
using namespace thidua::data;

namespace {

/// The one line that the cells make.
std::string line(std::initializer_list<Cell> cells, const CsvDialect& dialect = kPlainCsv) {
  std::string out;
  append_csv_row({cells.begin(), cells.size()}, dialect, out);
  return out;
}

std::string text_line(std::string_view text) { return line({Cell(text)}); }

}  // namespace

TEST_CASE("data::append_csv_row: whatever a text holds is read back") {
  for (const std::string text : {"a,b", "a;b", "\"", "\"a\" b", "two\nlines", "two\r\nlines", " spaces ", "kết quả",
                                 ",", "a\"\"b", "'", "one\rreturn"}) {
    CAPTURE(text);
    for (const CsvDialect& dialect : {kPlainCsv, kExcelCsv}) {
      const auto rows = testing::read_csv(line({Cell(text), Cell(7), Cell(text)}, dialect), dialect.separator);
      REQUIRE(rows.size() == 1);
      CHECK(rows[0] == testing::CsvRow{text, "7", text});
    }
  }
}

TEST_CASE("data::append_csv_row: quotes only where they are needed") {
  CHECK(line({Cell("a"), Cell("b c"), Cell()}) == "a,b c,\r\n");
  CHECK(line({Cell("a,b")}) == "\"a,b\"\r\n");
  CHECK(line({Cell("a,b")}, kExcelCsv) == "a,b\r\n");
  CHECK(line({Cell("a;b")}, kExcelCsv) == "\"a;b\"\r\n");
}

TEST_CASE("data::append_csv_row: a text that a spreadsheet would take for a formula is none") {
  CHECK(text_line("=1+1") == "'=1+1\r\n");
  CHECK(text_line("+84") == "'+84\r\n");
  CHECK(text_line("-2") == "'-2\r\n");
  CHECK(text_line("@sum") == "'@sum\r\n");
  CHECK(text_line("\ttab") == "'\ttab\r\n");
  CHECK(text_line("\rreturn") == "\"'\rreturn\"\r\n");
  CHECK(text_line("\nline") == "\"'\nline\"\r\n");
  CHECK(text_line("=cmd|' /C calc'!A0,") == "\"'=cmd|' /C calc'!A0,\"\r\n");
  CHECK(text_line("a=b") == "a=b\r\n");
}

TEST_CASE("data::append_csv_row: numbers stay numbers, below zero too") {
  CHECK(line({Cell(-3), Cell(Decimal{"-2.5", -2.5}), Cell(Decimal{"93.50", 93.5})}) == "-3,-2.5,93.50\r\n");
  CHECK(line({Cell(-3), Cell(Decimal{"-2.5", -2.5}), Cell(Decimal{"93.50", 93.5})}, kExcelCsv) == "-3;-2,5;93,50\r\n");
}

TEST_CASE("data::append_csv_row: a number that is no decimal is computed") {
  CHECK(line({Cell(Decimal{"2/3", 2.0 / 3})}) == "0.666667\r\n");
  CHECK(line({Cell(Decimal{"", 80.0})}) == "80\r\n");
  CHECK(line({Cell(Decimal{"1e3", 1000.0})}) == "1000\r\n");
  CHECK(line({Cell(Decimal{"", -0.0000001})}) == "0\r\n");
}

TEST_CASE("data::append_csv_row: days and truth are spelled alike in both") {
  const auto day = std::chrono::sys_days(std::chrono::year(2025) / 2 / 5);
  for (const CsvDialect& dialect : {kPlainCsv, kExcelCsv}) {
    CHECK(testing::read_csv(line({Cell(day), Cell(true), Cell(false)}, dialect), dialect.separator).front() ==
          testing::CsvRow{"2025-02-05", "true", "false"});
  }
}

TEST_CASE("data::append_csv_head: only Excel gets a byte order mark") {
  constexpr routes::Column kColumns[] = {{"a"}, {"b"}};
  std::string plain, excel;
  append_csv_head(kColumns, kPlainCsv, plain);
  append_csv_head(kColumns, kExcelCsv, excel);
  CHECK(plain == "a,b\r\n");
  CHECK(excel ==
        "\xEF\xBB\xBF"
        "a;b\r\n");
}
