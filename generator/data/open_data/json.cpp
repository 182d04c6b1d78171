#include "data/open_data/json.hpp"

#include "base/sixteen_bytes.hpp"

namespace thidua::data {
namespace {

/// Writes one cell.
struct CellWriter {
  std::string& out;

  void operator()(std::monostate) const { out += "null"; }
  void operator()(std::string_view text) const { append_json_text(text, out); }
  void operator()(std::int64_t number) const { out += std::to_string(number); }
  void operator()(const Decimal& number) const { append_decimal(number, out); }
  void operator()(std::chrono::sys_days day) const {
    out += '"';
    append_day(day, out);
    out += '"';
  }
  void operator()(bool truth) const { out += truth ? "true" : "false"; }
};

void append_escaped(char c, std::string& out) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    out += '\\';
    out += c;
  } else if (c == '\n') {
    out += "\\n";
  } else {
    out += "\\u00";
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
}

}  // namespace

void append_json_text(std::string_view text, std::string& out) {
  out += '"';
  using base::Byte;
  const auto is_special = [](auto c) { return (c == Byte{'"'}) | (c == Byte{'\\'}) | (c < Byte{0x20}); };
  std::size_t plain = 0;  // where what needs no escape began
  for (std::size_t i = 0; (i = base::find_byte(text, i, is_special)) < text.size(); plain = ++i) {
    out += text.substr(plain, i - plain);
    append_escaped(text[i], out);
  }
  out.append(text.substr(plain)).append("\"");
}

std::string json_text(std::string_view text) {
  std::string out;
  append_json_text(text, out);
  return out;
}

void append_json_row(std::span<const routes::Column> columns, Row row, bool first, std::string& out) {
  out += first ? "\n{" : ",\n{";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) out += ',';
    out.append("\"").append(columns[i].name).append("\":");
    std::visit(CellWriter{out}, row[i].value());
  }
  out += '}';
}

std::string json_object(std::initializer_list<std::pair<std::string_view, std::string>> members) {
  std::string out = "{";
  for (const auto& [name, value] : members) {
    if (value.empty()) continue;
    if (out.size() > 1) out += ',';
    append_json_text(name, out);
    out.append(":").append(value);
  }
  return out += '}';
}

}  // namespace thidua::data
