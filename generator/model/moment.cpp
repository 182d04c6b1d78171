#include "model/moment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace thidua::model {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// The value of two digits; -1 for anything else.
int two_digits(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) return -1;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

}  // namespace

Date date_of(Moment moment) {
  return date_of(std::chrono::sys_days(std::chrono::floor<std::chrono::days>(moment).time_since_epoch()));
}

std::optional<Moment> parse_moment(std::string_view text) {
  const auto date = parse_date(text.substr(0, 10));
  if (!date || date->precision != Precision::day) return std::nullopt;
  const Moment midnight{std::chrono::local_days(date->first_day().time_since_epoch())};
  if (text.size() == 10) return midnight;
  if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const int hour = two_digits(text.substr(11, 2)), minute = two_digits(text.substr(14, 2));
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  return midnight + hours(hour) + minutes(minute);
}

std::string to_string(Moment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const auto minute = (moment - day).count();
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), minute / 60, minute % 60);
}

std::optional<Moment> Visibility::next_change(Moment now) const {
  const auto after = [now](std::optional<Moment> moment) { return moment && *moment > now ? moment : std::nullopt; };
  return earlier(after(publish_at), after(expire_at));
}

std::optional<Moment> earlier(std::optional<Moment> a, std::optional<Moment> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

}  // namespace thidua::model
