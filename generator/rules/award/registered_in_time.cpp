// The unit registered for the campaign.
//
// What: without a milestone, that it registered at all. With one: received before or by the plan's date (strictly,
// where the plan says before), with contents and with targets, and reported at the end of the year: before the
// decision, and by the day of the plan's milestone for reports of that year, as in force on the day of receipt. A
// deadline that was withdrawn asks nothing from that day on. Parameters: milestone. Cannot be verified: no
// registrations of that year are published; the report is not recorded.
#include "model/schedule/occurrence.hpp"
#include "rules/award/rules.hpp"
#include "rules/registration_state.hpp"

namespace thidua::rules {
namespace {

Finding present(RuleId rule, const model::Clauses& clauses, const std::vector<std::string>& what) {
  Finding out = judged(rule, clauses, !what.empty());
  if (!what.empty()) out.found.items.emplace_back(Words{std::to_string(what.size())});
  return out;
}

/// Received before the decision, and by the day that the plan names, where it names one.
Finding reported(const model::Registration& r, const Case& c, const model::Clauses& clauses) {
  if (!r.report_received) return missing(RuleId::reported, clauses, MissingKind::report);
  const model::Date received = *r.report_received, decided = c.result.decision.date;
  Finding out = judged(RuleId::reported, clauses, received.first_day() <= decided.last_day());
  const auto due = report_deadline(c.site, c.campaign, c.award.unit, c.result.year, received);
  if (due && (is_past(*due, received) || out.verdict == Verdict::satisfied)) {
    out.verdict = is_past(*due, received) ? Verdict::not_satisfied : out.verdict;
    out.required = {due->bound, {due->date}};
    out.clauses.insert(out.clauses.end(), due->clauses.begin(), due->clauses.end());
  } else if (out.verdict != Verdict::satisfied) {
    out.required = {Bound::by, {decided}};
  }
  out.found.items.emplace_back(received);
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
  const model::When& when = in_force(milestone, c.result.year, r->received, dated);
  if (!is_withdrawn(milestone, r->received))
    out.parts.push_back(in_time(RuleId::registered_in_time, when, c.result.year, r->received, std::move(dated)));
  out.parts.push_back(present(RuleId::registered_contents, clauses, r->contents));
  out.parts.push_back(present(RuleId::registered_targets, clauses, r->targets));
  out.parts.push_back(reported(*r, c, clauses));
  out.verdict = verdict_of(model::Logic::all, out.parts);
  return out;
}

}  // namespace thidua::rules
