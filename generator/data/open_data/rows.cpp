#include "data/open_data/rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace thidua::data {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A number as JSON spells it, without an exponent.
bool is_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const bool leading_zero = whole.size() > 1 && whole.front() == '0';
  return all_digits(whole) && !leading_zero && (point == text.npos || all_digits(text.substr(point + 1)));
}

void append_padded(unsigned number, std::size_t digits, std::string& out) {
  const std::string text = std::to_string(number);
  out.append(digits - std::min(digits, text.size()), '0').append(text);
}

}  // namespace

void append_day(std::chrono::sys_days day, std::string& out) {
  const std::chrono::year_month_day date(day);
  append_padded(static_cast<unsigned>(static_cast<int>(date.year())), 4, out);
  out += '-';
  append_padded(static_cast<unsigned>(date.month()), 2, out);
  out += '-';
  append_padded(static_cast<unsigned>(date.day()), 2, out);
}

void append_decimal(const Decimal& number, std::string& out) {
  if (is_decimal(number.spelling)) {
    out += number.spelling;
    return;
  }
  constexpr int kDecimals = 6;
  std::array<char, 400> buffer;  // the longest double has 309 digits before its point
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number.value, std::chars_format::fixed, kDecimals);
  std::string_view text(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
  while (text.ends_with('0')) text.remove_suffix(1);
  if (text.ends_with('.')) text.remove_suffix(1);
  out += text == "-0" ? std::string_view("0") : text;
}

}  // namespace thidua::data
