#include "content/syntax/json_error.hpp"

#include <algorithm>
#include <vector>

#include "content/syntax/position.hpp"

namespace thidua::content {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::string_view kWhite = " \t\n";

struct Explained {
  Code code;
  std::size_t offset;
  std::vector<std::string> args = {};
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char next(std::string_view text, std::size_t offset) { return offset + 1 < text.size() ? text[offset + 1] : '\0'; }

/// Offset after the last character that is no white space.
std::size_t end_of_text(std::string_view text) { return text.find_last_not_of(kWhite) + 1; }

/// Whether the escape at this offset is one of the two halves that only make a character together (D800 to DFFF).
bool is_half_pair(std::string_view text, std::size_t at) {
  const std::string_view escape = text.substr(std::min(at, text.size()), 4);
  return escape.size() == 4 && escape.starts_with("\\u") && (escape[2] == 'd' || escape[2] == 'D') &&
         std::string_view("89abcdefABCDEF").find(escape[3]) != kNone;
}

Explained explain_string(std::string_view text, JsonErrorOffsets at) {
  if (is_half_pair(text, at.error)) return {Code::escape_invalid, at.error};
  const bool open = at.error + 1 >= text.size() || text[at.error] == '\n';
  return {open ? Code::json_open_string : Code::json_escape, open ? at.token : at.error};
}

/// What the author wrote that is no JSON at all, whatever was due there.
std::vector<Explained> explain_habit(std::string_view text, std::size_t at) {
  const char c = text[at];
  const std::size_t before = at == 0 ? kNone : text.find_last_not_of(kWhite, at - 1);
  if (c == '/' && (next(text, at) == '/' || next(text, at) == '*')) return {{Code::json_comment, at}};
  if (c == '\'') return {{Code::json_single_quote, at}};
  const bool closes = c == '}' || c == ']';
  if (closes && before != kNone && text[before] == ',')
    return {{Code::json_trailing_comma, before, {std::string(1, c)}}};
  const bool zero = is_digit(c) && before == at - 1 && text[before] == '0';
  if (zero) return {{Code::json_number, before}};
  return {};
}

Explained explain_structure(std::string_view text, JsonFault fault, std::size_t at) {
  if (at >= text.size()) return {Code::json_unexpected_end, end_of_text(text)};
  if (const auto habit = explain_habit(text, at); !habit.empty()) return habit.front();
  switch (fault) {
    case JsonFault::key:
      return {Code::json_key_expected, at};
    case JsonFault::colon:
      return {Code::json_colon_missing, at};
    case JsonFault::comma_or_brace:
      return {Code::json_comma_missing, at, {"}"}};
    case JsonFault::comma_or_bracket:
      return {Code::json_comma_missing, at, {"]"}};
    case JsonFault::rest:
      return {Code::json_rest, at};
    default:
      return {Code::json_value_expected, at};
  }
}

Explained explain(std::string_view text, JsonFault fault, JsonErrorOffsets at) {
  if (fault == JsonFault::string) return explain_string(text, at);
  if (fault == JsonFault::number) return {Code::json_number, at.token};
  if (fault == JsonFault::number_range) return {Code::number_out_of_range, at.token};
  std::size_t due = text.find_first_not_of(kWhite, at.error);
  // A literal or number that went wrong in its middle is shown from its start.
  if (fault == JsonFault::value) due = std::min(due, at.token);
  return explain_structure(text, fault, due);
}

}  // namespace

void report_json_error(std::string_view text, JsonFault fault, JsonErrorOffsets offsets, const std::string& file,
                       Diagnostics& diagnostics) {
  Explained found = explain(text, fault, offsets);
  const Position at = position_at(text, std::min(found.offset, text.size()));
  diagnostics.add(found.code, place_of(file, at), std::move(found.args));
}

}  // namespace thidua::content
