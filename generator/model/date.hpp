// Dates with the precision that a plan gives, and periods.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace thidua::model {

enum class Precision { year, quarter, month, day };

/// A day, month, quarter or year of the Gregorian calendar. Always one that exists, or none that is known: where it was
/// to be written and does not exist, which is reported there.
struct Date {
  int year = 0;     ///< 1 to 9999
  int quarter = 0;  ///< 1 to 4 where the precision is quarter, else 0
  int month = 0;    ///< 1 to 12 where the precision is month or day, else 0
  int day = 0;      ///< 1 to 31 where the precision is day, else 0
  Precision precision = Precision::year;

  bool operator==(const Date&) const = default;

  bool known() const { return year != 0; }

  /// The first and the last day that it covers.
  std::chrono::sys_days first_day() const;
  std::chrono::sys_days last_day() const;
};

/// Reads `2022-03-10`, `2023-01`, `2023-Q4` or `2025`. Empty where it is none of these or a day that does not exist.
std::optional<Date> parse_date(std::string_view text);

/// The form that parse_date reads.
std::string to_string(const Date& date);

/// A day as a date of the calendar.
Date date_of(std::chrono::sys_days day);

/// Orders by the last day covered, then the more exact first.
std::strong_ordering by_last_day(const Date& a, const Date& b);

struct Period {
  Date from, to;
};

}  // namespace thidua::model
