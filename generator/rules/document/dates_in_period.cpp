// The dates of a plan lie within the period of the campaign, and those of a round within what it covers.
//
// What: the years of a round, and what it covers, lie within the period; a round that covers a phase takes place in the
// last year of the phase or in the one after. Every deadline lies within the period too, in later documents as in the
// plan; what settles the last year may fall into the year after it. Parameters: years, covers, date. Only what does not
// is a finding.
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
      : period_(campaign.period.range), of_period_(campaign.period.clauses), findings_(findings) {}

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

  void when(const model::When& when, const model::Clauses& clauses) {
    for (const model::DueDate& due : when.dates) within(due.date, kYearAfter, clauses);
    if (when.from) within(*when.from, 0, clauses);
    if (when.to) within(*when.to, kYearAfter, clauses);
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

  model::Period period_;
  const model::Clauses& of_period_;
  std::vector<Finding>& findings_;
};

}  // namespace

void dates_in_period(const model::Campaign& campaign, std::vector<Finding>& findings) {
  Checker check(campaign, findings);
  for (const model::Round& round : campaign.rounds) check.round(round);
  for (const model::Milestone& milestone : campaign.milestones) {
    check.when(milestone.when, milestone.clauses);
    for (const model::Change<model::When>& change : milestone.changes) check.when(change.value, change.clauses);
  }
}

}  // namespace thidua::rules
