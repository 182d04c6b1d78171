#include "model/records/frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace thidua::model {
namespace {

/// What can be written for a target, in English and Vietnamese.
struct Form {
  const char *english, *vietnamese;
};

constexpr Form kShare = {"a percentage from 0 to 100", "tỷ lệ phần trăm từ 0 đến 100"};
constexpr Form kFraction = {"a fraction of a whole, in double quotes, such as \"2/3\"",
                            "phân số không lớn hơn 1, đặt trong dấu ngoặc kép, ví dụ \"2/3\""};
constexpr Form kNumber = {"a number that is not below 0", "một số không âm"};

/// Whether parts and whole are numbers, the whole is not zero, and the parts are no more than it.
bool is_proper_fraction(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  int parts = 0, whole = 0;
  const bool read = std::from_chars(text.data(), text.data() + slash, parts).ec == std::errc() &&
                    std::from_chars(text.data() + slash + 1, text.data() + text.size(), whole).ec == std::errc();
  return read && whole > 0 && parts <= whole;
}

}  // namespace

void Frame::hold_unit(const Fields& f, UnitIndex unit) const {
  if (!reader_->locality || reader_->site.homes[unit] == *reader_->locality) return;
  // Real and invented ones side by side have been reported where the reference was resolved.
  const Index& localities = reader_->site.localities;
  if (localities.is_invented(reader_->site.homes[unit]) != localities.is_invented(*reader_->locality)) return;
  f.report(Code::unit_of_other_locality, "unit", {reader_->site.ids[unit], reader_->locality_id});
}

void Frame::hold_scored(const Fields& f, UnitIndex unit) const {
  hold_unit(f, unit);
  if (reader_->site.kinds[unit] != UnitKind::unit) f.report(Code::not_scored, "unit", {reader_->site.ids[unit]});
}

void Frame::hold_year(const Fields& f, std::string_view key, int year) const {
  const Period& period = campaign_->period.range;
  if (!period.from.known() || !period.to.known() || (period.from.year <= year && year <= period.to.year)) return;
  f.report(Code::year_outside_period, key,
           {std::to_string(year), std::to_string(period.from.year), std::to_string(period.to.year)});
}

void Frame::hold_day(const Fields& f, std::string_view key, const std::optional<Date>& day) const {
  const std::chrono::sys_days today = date_of(reader_->site.now).first_day();
  if (day && day->known() && day->first_day() > today)
    f.report(Code::recorded_in_future, key, {std::string(key), to_string(*day)});
}

void Frame::hold_day_within(const Fields& f, std::string_view key, const std::optional<Date>& day) const {
  hold_day(f, key, day);
  const Date& from = campaign_->period.range.from;
  if (day && day->known() && from.known() && day->last_day() < from.first_day())
    f.report(Code::recorded_too_early, key, {std::string(key), to_string(*day), to_string(from)});
}

void Frame::hold_value(const Fields& f, std::string_view key, const Target& target) const {
  const std::optional<double> number = f.number(key);
  const bool share = target.unit == "%";
  const bool fraction = target.value.find('/') != std::string::npos;
  const bool fits = fraction ? is_proper_fraction(f.text(key)) : number && *number >= 0 && (!share || *number <= 100);
  if (fits) return;
  const Form& form = fraction ? kFraction : share ? kShare : kNumber;
  f.report(Code::attained_impossible, key, {f.spelling(key), target.id, form.english, form.vietnamese});
}

void hold_criteria(const Fields& f, const Score& score) {
  if (score.criteria.empty()) return;
  std::set<std::string_view> names;
  double sum = 0;
  for (const CriterionScore& criterion : score.criteria) {
    sum += criterion.points.value;
    if (!names.insert(criterion.name).second) f.report(Code::criterion_twice, "criteria", {criterion.name});
  }
  if (!same_percent(sum, score.points.value))
    f.report(Code::points_differ, "points", {fmt::format("{:.10g}", sum), score.points.spelling});
}

}  // namespace thidua::model
