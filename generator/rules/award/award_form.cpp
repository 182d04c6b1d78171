// The award form is meant for such a recipient, and was proposed, considered and granted by those that the plan names.
//
// What: the form's kinds of recipients hold this one's; the proposer, the council and the grantor of the award belong
// to those of the plan, where it names them. Where it delegates or does not say, there is nothing to keep to, and the
// site says so. Parameters: for, proposer, council, grantor. Cannot be verified: the award does not say who acted.
#include <algorithm>

#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

Finding role(RuleId rule, const model::Role& role, std::optional<model::UnitIndex> acted, const Case& c,
             MissingKind unknown) {
  if (role.is != model::Given::stated) {
    Finding open = left_open(rule, role.clauses, role.is, role.units, role.by);
    if (acted) open.found.items.emplace_back(UnitName{*acted});
    return open;
  }
  Finding out = acted ? judged(rule, role.clauses, belongs_to_any(c.site, *acted, role.units))
                      : missing(rule, role.clauses, unknown);
  out.required.bound = Bound::one_of;
  for (const model::UnitIndex unit : role.units) out.required.items.emplace_back(UnitName{unit});
  if (acted) out.found.items.emplace_back(UnitName{*acted});
  return out;
}

}  // namespace

void award_form(const Case& c, std::vector<Finding>& findings) {
  const model::AwardForm& form = c.campaign.award_forms[c.award.award_form];
  const bool meant = form.recipients.empty() || std::find(form.recipients.begin(), form.recipients.end(),
                                                          c.award.recipient) != form.recipients.end();
  findings.push_back(form.recipients.empty() ? left_open(RuleId::form_for_recipient, form.clauses)
                                             : judged(RuleId::form_for_recipient, form.clauses, meant));
  findings.push_back(role(RuleId::proposed_by, form.proposer, c.award.proposed_by, c, MissingKind::proposer));
  findings.push_back(role(RuleId::considered_by, form.council, c.award.considered_by, c, MissingKind::council));
  findings.push_back(role(RuleId::granted_by, form.grantor, c.result.granted_by, c, MissingKind::grantor));
}

}  // namespace thidua::rules
