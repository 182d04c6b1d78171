// The standards of the plan for this award, and the one that the award relies on.
//
// What: every standard of the plan that is about the form, the round and the kind of recipient must be satisfied. Where
// the award names the one it relies on, that must be among them. Where the plan has no standard for the form, the site
// says so. Parameters: award_forms, rounds, for.
#include <algorithm>

#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

bool is_about(const model::Standard& s, const Case& c) {
  const auto& forms = s.award_forms;
  const auto& kinds = s.recipients;
  return (forms.empty() || std::find(forms.begin(), forms.end(), c.award.award_form) != forms.end()) &&
         (kinds.empty() || std::find(kinds.begin(), kinds.end(), c.award.recipient) != kinds.end()) &&
         applies_to_round(s.rounds, c.result);
}

}  // namespace

void standard_applies(const Case& c, std::vector<Finding>& findings) {
  bool any = false;
  for (const model::Standard& standard : c.campaign.standards) {
    if (!is_about(standard, c)) continue;
    findings.push_back(standard_logic(standard, c));
    any = true;
  }
  if (!any) findings.push_back(left_open(RuleId::standard, {}));
  if (!c.award.standard) return;
  const model::Standard& named = c.campaign.standards[*c.award.standard];
  if (!is_about(named, c)) findings.push_back(judged(RuleId::standard_applies, named.clauses, false));
}

}  // namespace thidua::rules
