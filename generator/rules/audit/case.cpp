#include "rules/audit/case.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thidua::rules {
namespace {

using model::When;
using model::WhenKind;

constexpr double kLost = 1e-9;

bool same(double a, double b) { return a > b - kLost && a < b + kLost; }

bool is_percentage(const model::Check& check) { return check.unit.starts_with('%'); }

/// The date of the plan that is meant: the only one, or that of the year.
const model::DueDate* due(const When& when, std::optional<int> year) {
  for (const model::DueDate& date : when.dates) {
    if (!date.for_year || date.for_year == year) return &date;
  }
  return nullptr;
}

bool keeps_to(WhenKind kind, const model::Date& due, const model::Date& day) {
  switch (kind) {
    case WhenKind::before:
      return day.last_day() < due.first_day();
    case WhenKind::by:
      return day.last_day() <= due.last_day();
    default:
      return day.first_day() >= due.first_day() && day.last_day() <= due.last_day();
  }
}

/// Of a kind that has a date: before, by, within, on.
Bound bound_of(WhenKind kind) {
  constexpr std::array kBounds = {Bound::before, Bound::by, Bound::within, Bound::on};
  return kBounds[static_cast<std::size_t>(kind)];
}

/// Whether a day lies in a span of which the plan gives one end or both.
Finding in_span(RuleId rule, const When& when, model::Date day, model::Clauses clauses) {
  const bool begun = !when.from || day.first_day() >= when.from->first_day();
  const bool open = !when.to || day.last_day() <= when.to->last_day();
  Finding out = judged(rule, std::move(clauses), begun && open);
  out.required.bound = !when.from ? Bound::by : !when.to ? Bound::after : Bound::within;
  if (when.from) out.required.items.emplace_back(*when.from);
  if (when.to) out.required.items.emplace_back(*when.to);
  return out;
}

}  // namespace

bool belongs(const model::Site& site, model::UnitIndex unit, model::UnitIndex group) {
  constexpr int kDeepest = 10;
  for (int depth = 0; depth < kDeepest; ++depth) {
    if (unit == group) return true;
    const model::Unit& u = site.units[unit];
    const auto around = u.block ? u.block : u.kind == model::UnitKind::block ? u.parent : std::nullopt;
    if (!around) return false;
    unit = *around;
  }
  return false;
}

bool belongs_to_any(const model::Site& site, model::UnitIndex unit, const model::Units& groups) {
  return std::any_of(groups.begin(), groups.end(), [&](model::UnitIndex g) { return belongs(site, unit, g); });
}

bool applies_to_round(const std::vector<std::size_t>& rounds, const model::Result& result) {
  return rounds.empty() || (result.round && std::find(rounds.begin(), rounds.end(), *result.round) != rounds.end());
}

bool holds(model::Comparator comparator, double found, double required) {
  switch (comparator) {
    case model::Comparator::exact:
      return same(found, required);
    case model::Comparator::at_least:
      return found > required - kLost;
    case model::Comparator::more_than:
      return found > required + kLost;
    case model::Comparator::at_most:
      return found < required + kLost;
    case model::Comparator::less_than:
      return found < required - kLost;
  }
  return false;
}

Bound bound_of(model::Comparator comparator) {
  constexpr std::array kBounds = {Bound::exact, Bound::at_least, Bound::more_than, Bound::at_most, Bound::less_than};
  return kBounds[static_cast<std::size_t>(comparator)];
}

double on_scale(const model::Score& score, const model::Check& check) {
  return is_percentage(check) ? score.percent() : score.points.value;
}

Amount amount_of(const model::Score& score, const model::Check& check, int year) {
  constexpr double kPercent = 100;
  const bool as_written = !is_percentage(check) || score.maximum.value == kPercent;
  return {as_written ? score.points.spelling : spelled(score.percent(), check.value.value_or(0)),
          is_percentage(check) ? "%" : check.unit, year};
}

Amount required_amount(const model::Check& check) { return {check.spelling, check.unit, std::nullopt}; }

std::string spelled(double value, double beside) {
  constexpr int kMostDecimals = 9;
  std::string out;
  for (int decimals = 2; decimals <= kMostDecimals; ++decimals) {
    out = fmt::format("{:.{}f}", value, decimals);
    if (same(value, beside) || !same(std::stod(out), beside)) break;
  }
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

std::optional<bool> in_scope(model::Scope scope, const model::Result& a, const model::Result& b) {
  if (scope == model::Scope::campaign || scope == model::Scope::achievement) return true;
  if (scope == model::Scope::round && a.round != b.round) return false;
  if (a.year && b.year) return a.year == b.year;
  return scope == model::Scope::round && !a.year && !b.year ? std::optional(true) : std::nullopt;
}

const model::GivenNumber& in_force(const model::Quota& quota, std::optional<int> year, model::Date day,
                                   model::Clauses& clauses) {
  return in_force(quota.count, quota.changes, day, clauses, [&](const model::Change<model::GivenNumber>& change) {
    const std::vector<int>& years = change.years;
    return years.empty() || (year && std::find(years.begin(), years.end(), *year) != years.end());
  });
}

const When& in_force(const model::Milestone& milestone, std::optional<int> year, model::Date day,
                     model::Clauses& clauses) {
  return in_force(milestone.when, milestone.changes, day, clauses,
                  [&](const model::Change<When>& change) { return change.value.is_about(year); });
}

Finding undated(RuleId rule, const When& when, model::Clauses clauses) {
  if (when.is == WhenKind::at_event) return missing(rule, std::move(clauses), MissingKind::event);
  if (when.is != WhenKind::delegated) return left_open(rule, std::move(clauses));
  return left_open(rule, std::move(clauses), model::Given::delegated, when.delegated_to, when.by);
}

Finding in_time(RuleId rule, const When& when, std::optional<int> year, model::Date day, model::Clauses clauses) {
  const model::DueDate* date = when.is <= WhenKind::on ? due(when, year) : nullptr;
  Finding out{rule};
  if (date != nullptr) {
    out = judged(rule, std::move(clauses), keeps_to(when.is, date->date, day));
    out.required = {bound_of(when.is), {date->date}};
  } else if (when.is == WhenKind::from_to && (when.from || when.to)) {
    out = in_span(rule, when, day, std::move(clauses));
  } else {
    out = undated(rule, when, std::move(clauses));
  }
  out.found.items.emplace_back(day);
  return out;
}

}  // namespace thidua::rules
