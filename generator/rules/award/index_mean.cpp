// The mean of the PAR index over the years of a phase.
//
// What: the mean of the unit's scores over the years that the check names, else those that the round covers, else the
// last `count` years up to the round's. That `count` is the number of the years is for document/phase_years.cpp to say.
// Parameters: years, count, comparator, value, unit.
// Cannot be verified: the score of any of the years is missing; a mean of the others would be another number.
#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

std::vector<int> years_between(int first, int last) {
  std::vector<int> years;
  for (int year = first; year <= last; ++year) years.push_back(year);
  return years;
}

std::vector<int> years_of(const model::Check& check, const Case& c) {
  if (!check.years.empty()) return check.years;
  const auto covers = c.result.round ? c.campaign.rounds[*c.result.round].covers : std::nullopt;
  if (covers) return years_between(covers->from.year, covers->to.year);
  if (!c.result.year) return {};
  return years_between(*c.result.year - check.count.value_or(1) + 1, *c.result.year);
}

}  // namespace

Finding index_mean(const model::Condition& condition, const Case& c) {
  const model::Check& check = *condition.check;
  const auto comparator = check.comparator.value_or(model::Comparator::at_least);
  const std::vector<int> years = years_of(check, c);
  Finding out = satisfied(RuleId::index_mean, condition.clauses);
  double sum = 0;
  for (const int year : years) {
    const model::Score* score = c.records.score(year, c.award.unit);
    if (score == nullptr) {
      out.missing.push_back({MissingKind::score, std::to_string(year)});
    } else {
      sum += on_scale(*score, check);
      out.found.items.emplace_back(amount_of(*score, check, year));
    }
  }
  if (years.empty()) out.missing.push_back({MissingKind::year, {}});
  out.required = {bound_of(comparator), {required_amount(check)}};
  if (!out.missing.empty()) {
    out.verdict = Verdict::cannot_be_verified;
    return out;
  }
  const double required = check.value.value_or(0);
  const double mean = sum / static_cast<double>(years.size());
  out.found.items.insert(out.found.items.begin(), Amount{spelled(mean, required), check.unit, std::nullopt});
  out.verdict = holds(comparator, mean, required) ? Verdict::satisfied : Verdict::not_satisfied;
  return out;
}

}  // namespace thidua::rules
