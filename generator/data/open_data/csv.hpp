// Rows as CSV (RFC 4180): UTF-8, lines that end with CR LF, a first line with the names of the columns.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "data/open_data/rows.hpp"
#include "routes/open_data.hpp"

namespace thidua::data {

/// How a CSV is spelled.
struct CsvDialect {
  char separator = ',';
  char decimal = '.';
  std::string_view begin = {};  ///< what the file begins with
};
/// For programs.
inline constexpr CsvDialect kPlainCsv{};
/// What a spreadsheet in Vietnamese opens by a double click: it takes a semicolon between cells, a comma in numbers,
/// and only a byte order mark tells it that the text is UTF-8.
inline constexpr CsvDialect kExcelCsv{.separator = ';', .decimal = ',', .begin = "\xEF\xBB\xBF"};

void append_csv_head(std::span<const routes::Column> columns, const CsvDialect& dialect, std::string& out);

/// One cell as it is, unquoted, in the spelling of kPlainCsv; an address or a text may be long.
void append_csv_cell(const Cell& cell, std::string& out);

/// A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line break) gets an
/// apostrophe before it. Numbers stay numbers.
void append_csv_row(Row row, const CsvDialect& dialect, std::string& out);

}  // namespace thidua::data
