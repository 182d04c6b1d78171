// The unit registered for the campaign.
//
// What: without a milestone, that it registered at all. With one: received before or by the plan's date (strictly,
// where the plan says before), with contents and with targets, and reported at the end of the year, before the
// decision. Parameters: milestone. Cannot be verified: no registrations of that year are published; the report is not
// recorded.
#include "model/schedule/occurrence.hpp"
#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

Finding present(RuleId rule, const model::Clauses& clauses, const std::vector<std::string>& what) {
  Finding out = judged(rule, clauses, !what.empty());
  if (!what.empty()) out.found.items.emplace_back(Words{std::to_string(what.size())});
  return out;
}

Finding reported(const model::Registration& r, const Case& c, const model::Clauses& clauses) {
  if (!r.report_received) return missing(RuleId::reported, clauses, MissingKind::report);
  const model::Date decided = c.result.decision.date;
  Finding out = judged(RuleId::reported, clauses, r.report_received->first_day() <= decided.last_day());
  if (out.verdict != Verdict::satisfied) out.required = {Bound::by, {decided}};
  out.found.items.emplace_back(*r.report_received);
  return out;
}

}  // namespace

Finding registered_in_time(const model::Condition& condition, const Case& c) {
  const model::Clauses& clauses = condition.clauses;
  const model::Registration* r = c.records.registration(c.award.unit, c.result.year);
  if (r == nullptr) {
    if (c.records.has_registrations(c.result.year)) return judged(RuleId::registered, clauses, false);
    return missing(RuleId::registered, clauses, MissingKind::registration,
                   c.result.year ? std::to_string(*c.result.year) : std::string());
  }
  Finding out = satisfied(RuleId::registered, clauses);
  if (!condition.check->milestone) {
    out.found.items.emplace_back(r->received);
    return out;
  }
  const model::Milestone& milestone = c.campaign.milestones[*condition.check->milestone];
  model::Clauses dated = milestone.clauses;
  const model::When& when = in_force(milestone.when, milestone.changes, r->received, dated);
  if (!is_withdrawn(milestone, r->received))
    out.parts.push_back(in_time(RuleId::registered_in_time, when, c.result.year, r->received, std::move(dated)));
  out.parts.push_back(present(RuleId::registered_contents, clauses, r->contents));
  out.parts.push_back(present(RuleId::registered_targets, clauses, r->targets));
  out.parts.push_back(reported(*r, c, clauses));
  out.verdict = verdict_of(model::Logic::all, out.parts);
  return out;
}

}  // namespace thidua::rules
