#include "data/open_data/csv.hpp"

#include "base/sixteen_bytes.hpp"

namespace thidua::data {
namespace {

bool is_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}

bool needs_quotes(std::string_view text, char separator) {
  const auto is_special = [separator = static_cast<base::Byte>(separator)](auto c) {
    return (c == separator) | (c == base::Byte{'"'}) | (c == base::Byte{'\r'}) | (c == base::Byte{'\n'});
  };
  return base::find_byte(text, 0, is_special) < text.size();
}

void append_text(std::string_view text, char separator, std::string& out) {
  const bool formula = is_formula(text);
  const bool quoted = needs_quotes(text, separator);
  if (quoted) out += '"';
  if (formula) out += '\'';
  for (std::size_t quote = 0; quoted && (quote = text.find('"')) != text.npos; text.remove_prefix(quote + 1))
    out.append(text.substr(0, quote)).append("\"\"");
  out += text;
  if (quoted) out += '"';
}

/// Writes one cell.
struct CellWriter {
  const CsvDialect& dialect;
  std::string& out;

  void operator()(std::monostate) const {}
  void operator()(std::string_view text) const { append_text(text, dialect.separator, out); }
  void operator()(std::int64_t number) const { out += std::to_string(number); }
  void operator()(const Decimal& number) const {
    const std::size_t begin = out.size();
    append_decimal(number, out);
    const std::size_t point = out.find('.', begin);
    if (point != std::string::npos) out[point] = dialect.decimal;
  }
  void operator()(std::chrono::sys_days day) const { append_day(day, out); }
  void operator()(bool truth) const { out += truth ? "true" : "false"; }
};

}  // namespace

void append_csv_head(std::span<const routes::Column> columns, const CsvDialect& dialect, std::string& out) {
  out += dialect.begin;
  for (const routes::Column& column : columns) {
    if (&column != columns.data()) out += dialect.separator;
    out += column.name;
  }
  out += "\r\n";
}

void append_csv_cell(const Cell& cell, std::string& out) {
  if (const auto* text = std::get_if<std::string_view>(&cell.value()))
    out += *text;
  else
    std::visit(CellWriter{kPlainCsv, out}, cell.value());
}

void append_csv_row(Row row, const CsvDialect& dialect, std::string& out) {
  for (const Cell& cell : row) {
    if (&cell != row.data()) out += dialect.separator;
    std::visit(CellWriter{dialect, out}, cell.value());
  }
  out += "\r\n";
}

}  // namespace thidua::data
