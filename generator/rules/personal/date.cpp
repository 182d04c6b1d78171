#include "rules/personal/date.hpp"

#include <array>
#include <charconv>
#include <span>

#include "rules/personal/words.hpp"

namespace thidua::rules::personal {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

constexpr std::array<Word, 1> kMonth = {{{"tháng", "THÁNG"}}};
constexpr std::array<Word, 1> kYear = {{{"năm", "NĂM"}}};

/// A number within a date. Its end is kNone where there is none of at most four digits.
struct Number {
  int value = 0;
  std::size_t digits = 0, end = kNone;
};

Number number_at(std::string_view text, std::size_t at) {
  Number number;
  while (at + number.digits < text.size() && is_digit(text[at + number.digits])) ++number.digits;
  if (number.digits == 0 || number.digits > 4) return number;
  std::from_chars(text.data() + at, text.data() + at + number.digits, number.value);
  number.end = at + number.digits;
  return number;
}

bool is_part(const Number& n, int most) { return n.end != kNone && n.digits <= 2 && n.value >= 1 && n.value <= most; }
bool is_day(const Number& n) { return is_part(n, 31); }
bool is_month(const Number& n) { return is_part(n, 12); }
bool is_year(const Number& n) { return n.end != kNone && n.digits == 4 && n.value >= 1900 && n.value < 2100; }

/// The number behind a `/`, `.` or `-`, spaces allowed on both sides.
Number number_after_mark(std::string_view text, std::size_t at) {
  at = skip_spaces(text, at);
  if (at >= text.size() || std::string_view("/.-").find(text[at]) == kNone) return {};
  return number_at(text, skip_spaces(text, at + 1));
}

Number number_after_word(std::string_view text, std::size_t at, std::span<const Word> word) {
  const std::size_t begin = skip_spaces(text, at);
  const std::size_t end = word_after(text, begin, word);
  return end == begin ? Number{} : number_at(text, skip_spaces(text, end));
}

/// What begins with a year: alone, or 1980-02-05.
WrittenDate from_year(std::string_view text, const Number& year) {
  const Number month = number_after_mark(text, year.end);
  const Number day = is_month(month) ? number_after_mark(text, month.end) : Number{};
  return {is_day(day) ? day.end : year.end, year.value, is_day(day)};
}

/// What goes on in words: 5 tháng 2 năm 1980, tháng 2 năm 1980.
WrittenDate in_words(std::string_view text, const Number& first) {
  const Number month = number_after_word(text, first.end, kMonth);
  const Number year = number_after_word(text, is_month(month) ? month.end : first.end, kYear);
  if (is_year(year)) return {year.end, year.value, is_month(month)};
  return {is_month(month) ? month.end : kNone, 0, false};
}

}  // namespace

WrittenDate date_at(std::string_view text, std::size_t digit) {
  const Number first = number_at(text, digit);
  if (is_year(first)) return from_year(text, first);
  if (!is_day(first)) return {};
  const Number second = number_after_mark(text, first.end);
  if (second.end == kNone) return in_words(text, first);
  if (is_year(second) && is_month(first)) return {second.end, second.value, false};
  const Number year = is_month(second) ? number_after_mark(text, second.end) : Number{};
  const bool two_digits = year.end != kNone && year.digits == 2;
  return is_year(year) || two_digits ? WrittenDate{year.end, year.value, true} : WrittenDate{};
}

}  // namespace thidua::rules::personal
