#include "model/date.hpp"

#include <fmt/format.h>

#include <charconv>

namespace thidua::model {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

/// The value of exactly `digits` decimal digits at the start of `text`, which loses them; -1 where there are none such.
int take_digits(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return -1;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc() || end != text.data() + digits || text[0] == '-') return -1;
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text[0] != c) return false;
  text.remove_prefix(1);
  return true;
}

sys_days day_of(int year, int month, int day) {
  return year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                        std::chrono::day(static_cast<unsigned>(day)));
}

sys_days end_of_month(int year, int month) {
  return sys_days(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last);
}

std::optional<Date> parse_rest(Date date, std::string_view text) {
  if (text.empty()) return date;
  if (!take(text, '-')) return std::nullopt;
  if (take(text, 'Q')) {
    date.quarter = take_digits(text, 1);
    date.precision = Precision::quarter;
    return text.empty() && date.quarter >= 1 && date.quarter <= 4 ? std::optional(date) : std::nullopt;
  }
  date.month = take_digits(text, 2);
  date.precision = Precision::month;
  if (date.month < 1 || date.month > 12) return std::nullopt;
  if (text.empty()) return date;
  if (!take(text, '-')) return std::nullopt;
  date.day = take_digits(text, 2);
  date.precision = Precision::day;
  if (date.day < 1 || !text.empty()) return std::nullopt;
  return day_of(date.year, date.month, date.day) <= end_of_month(date.year, date.month) ? std::optional(date)
                                                                                        : std::nullopt;
}

}  // namespace

sys_days Date::first_day() const {
  switch (precision) {
    case Precision::year:
      return day_of(year, 1, 1);
    case Precision::quarter:
      return day_of(year, quarter * 3 - 2, 1);
    case Precision::month:
      return day_of(year, month, 1);
    case Precision::day:
      break;
  }
  return day_of(year, month, day);
}

sys_days Date::last_day() const {
  switch (precision) {
    case Precision::year:
      return day_of(year, 12, 31);
    case Precision::quarter:
      return end_of_month(year, quarter * 3);
    case Precision::month:
      return end_of_month(year, month);
    case Precision::day:
      break;
  }
  return day_of(year, month, day);
}

std::optional<Date> parse_date(std::string_view text) {
  Date date;
  date.year = take_digits(text, 4);
  if (date.year < 1) return std::nullopt;
  return parse_rest(date, text);
}

Date date_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day())),
          .precision = Precision::day};
}

std::string to_string(const Date& date) {
  switch (date.precision) {
    case Precision::year:
      return fmt::format("{:04}", date.year);
    case Precision::quarter:
      return fmt::format("{:04}-Q{}", date.year, date.quarter);
    case Precision::month:
      return fmt::format("{:04}-{:02}", date.year, date.month);
    case Precision::day:
      break;
  }
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::strong_ordering by_last_day(const Date& a, const Date& b) {
  if (const auto order = a.last_day().time_since_epoch().count() <=> b.last_day().time_since_epoch().count();
      order != std::strong_ordering::equal) {
    return order;
  }
  return static_cast<int>(b.precision) <=> static_cast<int>(a.precision);
}

}  // namespace thidua::model
