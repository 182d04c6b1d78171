// The dates of a plan lie within the period of the campaign, and those of a round within what it covers.
//
// What: the years of a round, and what it covers, lie within the period; a round that covers a phase takes place in the
// last year of the phase or in the one after. Every deadline lies within the period too, in later documents as in the
// plan; what settles the last year may fall into the year after it, but for the end of the campaign itself. What starts
// the campaign comes by the end of the first year that rounds name to be awarded. Parameters: years, covers, date. Only
// what does not is a finding.
#include <algorithm>

#include "rules/audit/audit.hpp"
#include "rules/audit/case.hpp"

namespace thidua::rules {
namespace {

constexpr int kYearAfter = 1;

bool overlaps(const model::Date& date, const model::Period& period, int grace) {
  const bool begun = date.last_day() >= period.from.first_day();
  return begun && (date.first_day() <= period.to.last_day() || date.year <= period.to.year + grace);
}

class Checker {
 public:
  Checker(const model::Campaign& campaign, std::vector<Finding>& findings)
      : period_(campaign.period.range), of_period_(campaign.period.clauses), findings_(findings) {
    for (const model::Round& round : campaign.rounds) {
      for (const int year : round.years) first_awarded_ = std::min(year, first_awarded_.value_or(year));
    }
  }

  void round(const model::Round& round) {
    for (const int year : round.years) {
      const model::Date date = *model::parse_date(std::to_string(year));
      within(date, 0, round.clauses);
      if (round.covers) within(date, {round.covers->to, round.covers->to}, kYearAfter, round.clauses);
    }
    if (!round.covers) return;
    within(round.covers->from, 0, round.clauses);
    within(round.covers->to, 0, round.clauses);
  }

  void when(const model::When& when, model::MilestoneKind kind, const model::Clauses& clauses) {
    const int grace = kind == model::MilestoneKind::end ? 0 : kYearAfter;
    for (const model::DueDate& due : when.dates) within(due.date, grace, clauses);
    if (when.from) within(*when.from, 0, clauses);
    if (when.to) within(*when.to, grace, clauses);
    if (kind != model::MilestoneKind::launch || !first_awarded_) return;
    for (const model::DueDate& due : when.dates) {
      if (due.date.year > *first_awarded_) late_launch(due.date, clauses);
    }
  }

 private:
  void within(const model::Date& date, int grace, model::Clauses clauses) {
    clauses.insert(clauses.end(), of_period_.begin(), of_period_.end());
    within(date, period_, grace, std::move(clauses));
  }

  void within(const model::Date& date, const model::Period& period, int grace, model::Clauses clauses) {
    if (overlaps(date, period, grace)) return;
    Finding out = judged(RuleId::dates_in_period, std::move(clauses), false);
    out.required = {Bound::within, {period.from, period.to}};
    out.found.items.emplace_back(date);
    findings_.push_back(std::move(out));
  }

  void late_launch(const model::Date& date, const model::Clauses& clauses) {
    Finding out = judged(RuleId::dates_in_period, clauses, false);
    out.required = {Bound::by, {*model::parse_date(std::to_string(*first_awarded_))}};
    out.found.items.emplace_back(date);
    findings_.push_back(std::move(out));
  }

  model::Period period_;
  std::optional<int> first_awarded_;  ///< the first year that a round names
  const model::Clauses& of_period_;
  std::vector<Finding>& findings_;
};

}  // namespace

void dates_in_period(const model::Campaign& campaign, std::vector<Finding>& findings) {
  Checker check(campaign, findings);
  for (const model::Round& round : campaign.rounds) check.round(round);
  for (const model::Milestone& milestone : campaign.milestones) {
    check.when(milestone.when, milestone.kind, milestone.clauses);
    for (const model::Change<model::When>& change : milestone.changes)
      check.when(change.value, milestone.kind, change.clauses);
  }
}

}  // namespace thidua::rules
