// What a rule looks at, and the small questions that several rules ask.
#pragma once

#include "model/site.hpp"
#include "rules/audit/finding.hpp"
#include "rules/audit/records.hpp"

namespace thidua::rules {

/// One award, with everything that may bear on it.
struct Case {
  const model::Site& site;
  const model::Campaign& campaign;
  const Records& records;
  const model::Result& result;
  const model::Award& award;

  FormInRound form_in_round(std::size_t award_form) const { return {award_form, result.round, result.year}; }
};

/// Whether the unit is the group, or belongs to it: the unit's block, a block around that, and so on.
bool belongs(const model::Site& site, model::UnitIndex unit, model::UnitIndex group);
bool belongs_to_any(const model::Site& site, model::UnitIndex unit, const model::Units& groups);

/// Whether a rule that names rounds is about this one; one that names none is about all.
bool applies_to_round(const std::vector<std::size_t>& rounds, const model::Result& result);

/// Numbers are the same where they differ by less than computing with decimals may lose.
bool holds(model::Comparator comparator, double found, double required);
Bound bound_of(model::Comparator comparator);

/// The share in percent where the unit of the threshold is a percentage, else the points.
double on_scale(const model::Score& score, const model::Check& check);
/// The same as it is shown: as written, or as spelled() where it had to be computed.
Amount amount_of(const model::Score& score, const model::Check& check, int year);
Amount required_amount(const model::Check& check);
/// Two decimals, more where fewer would round the value onto `beside`, which it misses; without zeros at the end.
std::string spelled(double value, double beside);

/// Whether two decisions fall into the same round, year or campaign. Nothing where a year that would tell is missing.
std::optional<bool> in_scope(model::Scope scope, const model::Result& a, const model::Result& b);

/// The fact as it stood on a day: the plan's own, or what the newest document in force by then made of it, of those
/// which `counts`. `clauses` receives those of the plan and of that document.
template <class Value, class Counts>
const Value& in_force(const Value& of_plan, const std::vector<model::Change<Value>>& changes, model::Date day,
                      model::Clauses& clauses, Counts counts) {
  const Value* out = &of_plan;
  const model::Clauses* added = nullptr;
  for (const model::Change<Value>& change : changes) {
    if (change.from.first_day() > day.last_day()) break;
    if (!counts(change)) continue;
    out = &change.value;
    added = &change.clauses;
  }
  if (added != nullptr) clauses.insert(clauses.end(), added->begin(), added->end());
  return *out;
}

/// The number of a quota, or the date of a milestone, for one year as it stood on a day: a document that is about other
/// years only does not count.
const model::GivenNumber& in_force(const model::Quota& quota, std::optional<int> year, model::Date day,
                                   model::Clauses& clauses);
const model::When& in_force(const model::Milestone& milestone, std::optional<int> year, model::Date day,
                            model::Clauses& clauses);

/// What there is to say where the plan gives no date: that it gives none, whom it leaves it to, or that it is an event.
Finding undated(RuleId rule, const model::When& when, model::Clauses clauses);

/// Whether a day keeps to a date of the plan. Left open where the plan gives none for that year; cannot be verified
/// where it names an event instead, whose day no data carries.
Finding in_time(RuleId rule, const model::When& when, std::optional<int> year, model::Date day, model::Clauses clauses);

}  // namespace thidua::rules
