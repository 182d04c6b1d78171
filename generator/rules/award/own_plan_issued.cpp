// The unit issued a plan of its own for the campaign.
//
// What: its registration names the number and date of that plan, which is not later than the decision.
// Cannot be verified: no plan is recorded.
#include "rules/award/rules.hpp"

namespace thidua::rules {

Finding own_plan_issued(const model::Condition& condition, const Case& c) {
  constexpr auto kRule = RuleId::own_plan_issued;
  const model::Registration* r = c.records.registration(c.award.unit, c.result.year);
  if (r == nullptr || !r->own_plan) return missing(kRule, condition.clauses, MissingKind::own_plan);
  Finding out = judged(kRule, condition.clauses, r->own_plan->date.last_day() <= c.result.decision.date.last_day());
  out.found.items = {Words{r->own_plan->number}, r->own_plan->date};
  return out;
}

}  // namespace thidua::rules
