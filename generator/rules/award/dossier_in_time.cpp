// The dossier was received when the plan wants it.
//
// What: for each deadline of the plan for dossiers, and each dated one for awarding, that is about this round: before,
// by, within or on its date; and after the event that it names, where the site's data carries the event. The date is
// the one that holds for the year awarded, as in force on the day of receipt. Parameters: milestone (date, event).
// Cannot be verified: the day of receipt or of the event is not recorded. A deadline that was withdrawn asks nothing of
// what is received from that day on.
#include "model/schedule/occurrence.hpp"
#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

void after_event(const model::Milestone& milestone, const Case& c, std::vector<Finding>& findings) {
  constexpr auto kRule = RuleId::dossier_after_event;
  const model::ScoreTable* table = c.result.year ? c.records.table(*c.result.year) : nullptr;
  if (!c.award.dossier) {
    findings.push_back(missing(kRule, milestone.clauses, MissingKind::dossier));
  } else if (table == nullptr || !table->published) {
    findings.push_back(missing(kRule, milestone.clauses, MissingKind::event));
  } else {
    const model::Date received = c.award.dossier->received;
    findings.push_back(judged(kRule, milestone.clauses, received.last_day() >= table->published->first_day()));
    findings.back().required = {Bound::after, {*table->published}};
    findings.back().found.items.emplace_back(received);
  }
  findings.back().text = milestone.after;
}

bool is_about(const model::Milestone& milestone, const Case& c) {
  const bool dated = milestone.when.is <= model::WhenKind::from_to || !milestone.changes.empty();
  return (milestone.kind == model::MilestoneKind::dossier ||
          (milestone.kind == model::MilestoneKind::award && dated)) &&
         applies_to_round(milestone.rounds, c.result);
}

Finding received_in_time(const model::Milestone& milestone, const Case& c) {
  constexpr auto kRule = RuleId::dossier_in_time;
  const bool asks = milestone.when.is <= model::WhenKind::at_event || !milestone.changes.empty();
  if (!c.award.dossier)
    return asks ? missing(kRule, milestone.clauses, MissingKind::dossier)
                : undated(kRule, milestone.when, milestone.clauses);
  const model::Date received = c.award.dossier->received;
  model::Clauses clauses = milestone.clauses;
  const model::When& when = in_force(milestone, c.result.year, received, clauses);
  return in_time(kRule, when, c.result.year, received, std::move(clauses));
}

}  // namespace

void dossier_in_time(const Case& c, std::vector<Finding>& findings) {
  for (const model::Milestone& milestone : c.campaign.milestones) {
    const bool withdrawn = c.award.dossier && is_withdrawn(milestone, c.award.dossier->received);
    if (withdrawn || !is_about(milestone, c)) continue;
    findings.push_back(received_in_time(milestone, c));
    findings.back().text = milestone.name;
    if (milestone.after_event) after_event(milestone, c, findings);
  }
}

}  // namespace thidua::rules
