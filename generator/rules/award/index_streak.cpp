// The PAR index in so many consecutive years up to the one that is awarded.
//
// What: each of the last `count` years must keep to the threshold. One year that does not settles it, whatever is
// missing of the others. Parameters: count, comparator, value, unit. Cannot be verified: a score is missing and none is
// too low.
#include "rules/award/rules.hpp"

namespace thidua::rules {

Finding index_streak(const model::Condition& condition, const Case& c) {
  const model::Check& check = *condition.check;
  const auto comparator = check.comparator.value_or(model::Comparator::at_least);
  if (!c.result.year) return missing(RuleId::index_streak, condition.clauses, MissingKind::year);
  Finding out = satisfied(RuleId::index_streak, condition.clauses);
  out.required = {bound_of(comparator), {required_amount(check), Words{std::to_string(check.count.value_or(1))}}};
  bool failed = false;
  for (int year = *c.result.year - check.count.value_or(1) + 1; year <= *c.result.year; ++year) {
    const model::Score* score = c.records.score(year, c.award.unit);
    if (score == nullptr) {
      out.missing.push_back({MissingKind::score, std::to_string(year)});
      continue;
    }
    out.found.items.emplace_back(amount_of(*score, check, year));
    failed = failed || !holds(comparator, on_scale(*score, check), check.value.value_or(0));
  }
  out.verdict = failed                ? Verdict::not_satisfied
                : out.missing.empty() ? Verdict::satisfied
                                      : Verdict::cannot_be_verified;
  return out;
}

}  // namespace thidua::rules
