// Percentages lie between 0 and 100.
//
// What: the value of a target, or of a check of a standard, whose unit is a percentage. Parameters: value, unit.
#include "rules/audit/audit.hpp"
#include "rules/audit/case.hpp"

namespace thidua::rules {
namespace {

constexpr double kWhole = 100;

void judge(const std::string& spelling, double value, const model::Clauses& clauses, std::vector<Finding>& findings) {
  if (value >= 0 && value <= kWhole) return;
  Finding out = judged(RuleId::percentage_in_range, clauses, false);
  out.required = {Bound::at_most, {Amount{"100", "%", std::nullopt}}};
  out.found.items.emplace_back(Amount{spelling, "%", std::nullopt});
  findings.push_back(std::move(out));
}

void visit(const std::vector<model::Condition>& conditions, std::vector<Finding>& findings) {
  for (const model::Condition& condition : conditions) {
    const auto& check = condition.check;
    if (check && check->value && check->unit.starts_with('%'))
      judge(check->spelling, *check->value, condition.clauses, findings);
    visit(condition.conditions, findings);
  }
}

}  // namespace

void percentages_in_range(const model::Campaign& campaign, std::vector<Finding>& findings) {
  for (const model::Criterion& criterion : campaign.criteria) {
    for (const model::Target& target : criterion.targets) {
      const bool fraction = target.value.find('/') != std::string::npos;
      if (target.unit.starts_with('%') && !fraction) judge(target.value, target.number, criterion.clauses, findings);
    }
  }
  for (const model::Standard& standard : campaign.standards) visit(standard.conditions, findings);
  visit(campaign.conditions, findings);
}

}  // namespace thidua::rules
