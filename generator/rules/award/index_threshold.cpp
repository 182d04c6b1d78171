// The PAR index of the year that is awarded.
//
// What: the unit's score of the round's year, in percent of the maximum where the plan speaks of percent, else in
// points, is compared as the plan says (at least, more than …). Parameters: comparator, value, unit. Cannot be
// verified: no score of that year was published.
#include "rules/award/rules.hpp"

namespace thidua::rules {

Finding index_threshold(const model::Condition& condition, const Case& c) {
  constexpr auto kRule = RuleId::index_threshold;
  const model::Check& check = *condition.check;
  const auto comparator = check.comparator.value_or(model::Comparator::at_least);
  const model::Score* score = c.result.year ? c.records.score(*c.result.year, c.award.unit) : nullptr;
  Finding out =
      !c.result.year ? missing(kRule, condition.clauses, MissingKind::year)
      : score == nullptr
          ? missing(kRule, condition.clauses, MissingKind::score, std::to_string(*c.result.year))
          : judged(kRule, condition.clauses, holds(comparator, on_scale(*score, check), check.value.value_or(0)));
  out.required = {bound_of(comparator), {required_amount(check)}};
  if (score != nullptr) out.found.items.emplace_back(amount_of(*score, check, *c.result.year));
  return out;
}

}  // namespace thidua::rules
