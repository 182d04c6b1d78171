// One award per recipient in a round, a year, or the whole campaign.
//
// What: the recipient holds no other award of the campaign within the scope. Recipients are told apart by unit and, for
// individuals and collectives within a unit, by name (case, spaces and a full stop at its end aside). Parameters:
// scope. Cannot be verified: one award a year is asked for, and the year of one of two is not recorded.
#include "rules/award/rules.hpp"

namespace thidua::rules {

Finding one_award(const model::Condition& condition, const Case& c) {
  const model::Scope scope = condition.check->scope.value_or(model::Scope::round);
  Finding out = satisfied(RuleId::one_award, condition.clauses);
  for (const Granted& other : c.records.of_recipient(c.award)) {
    const auto within = in_scope(scope, *other.result, c.result);
    if (other.award == &c.award || within == false) continue;
    if (within) {
      out.verdict = Verdict::not_satisfied;
      out.found.items.emplace_back(FormName{other.award->award_form});
      out.found.items.emplace_back(Words{other.result->decision.number});
    } else {
      doubt(out, MissingKind::year);
    }
  }
  return out;
}

}  // namespace thidua::rules
