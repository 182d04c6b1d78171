// Never on two routes at once: not both the ministry's award and the province's.
//
// What: within the scope, the recipient holds awards of the authorities of one route only. Parameters: routes, scope.
// Cannot be verified: the data does not say which authorities make up the routes, or who granted the award; or the year
// of one of two awards, one a year being asked for.
#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

std::optional<std::size_t> route_of(const model::Result& result, const model::Check& check, const model::Site& site) {
  for (std::size_t i = 0; result.granted_by && i < check.routes.size(); ++i) {
    if (belongs_to_any(site, *result.granted_by, check.routes[i])) return i;
  }
  return std::nullopt;
}

}  // namespace

Finding not_both(const model::Condition& condition, const Case& c) {
  const model::Check& check = *condition.check;
  if (check.routes.empty()) return missing(RuleId::not_both, condition.clauses, MissingKind::routes);
  if (!c.result.granted_by) return missing(RuleId::not_both, condition.clauses, MissingKind::grantor);
  Finding out = satisfied(RuleId::not_both, condition.clauses);
  const auto own = route_of(c.result, check, c.site);
  for (const Granted& other : c.records.of_recipient(c.award)) {
    const auto within = in_scope(check.scope.value_or(model::Scope::campaign), *other.result, c.result);
    const auto route = route_of(*other.result, check, c.site);
    if (other.award == &c.award || within == false || !own || !route || route == own) continue;
    if (!within) {
      doubt(out, MissingKind::year);
      continue;
    }
    out.verdict = Verdict::not_satisfied;
    out.found.items.emplace_back(UnitName{*other.result->granted_by});
    out.found.items.emplace_back(Words{other.result->decision.number});
  }
  return out;
}

}  // namespace thidua::rules
