// The recipient does not hold another award of the same round, to which this one would be second.
//
// What: no decision of the round grants it the other form; the award itself, being of that form, is no other.
// Parameters: award_form. Cannot be verified: no decision about that form is published for the round, so that nobody
// knows who holds it.
#include <algorithm>

#include "rules/award/rules.hpp"

namespace thidua::rules {

Finding not_awarded(const model::Condition& condition, const Case& c) {
  constexpr auto kRule = RuleId::not_awarded;
  if (!condition.check->award_form) return missing(kRule, condition.clauses, MissingKind::other_result);
  const std::size_t form = *condition.check->award_form;
  const auto* granted = c.records.granted(c.form_in_round(form));
  if (granted == nullptr)
    return missing(kRule, condition.clauses, MissingKind::other_result, c.campaign.award_forms[form].name);
  const auto holder = std::find_if(granted->begin(), granted->end(), [&](const Granted& g) {
    return g.award != &c.award && g.award->recipient == c.award.recipient && g.award->unit == c.award.unit &&
           g.award->name == c.award.name;
  });
  Finding out = judged(kRule, condition.clauses, holder == granted->end());
  if (holder != granted->end()) out.found.items = {FormName{form}, Words{holder->result->decision.number}};
  return out;
}

}  // namespace thidua::rules
