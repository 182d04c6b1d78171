// The rules for one award, one file each. A rule is switched on by what the plan's data holds: a check within a
// condition, a role, a date. Each looks at one case and says what it found.
#pragma once

#include "rules/audit/case.hpp"

namespace thidua::rules {

// From the standard and the conditions of the plan.
Finding standard_logic(const model::Standard& standard, const Case& c);
/// The conditions that concern this recipient and round; those of other blocks are left out.
std::vector<Finding> conditions(const std::vector<model::Condition>& conditions, const Case& c);
Finding attested(const model::Condition& condition, const Case& c);
Finding index_threshold(const model::Condition& condition, const Case& c);
Finding index_mean(const model::Condition& condition, const Case& c);
Finding index_streak(const model::Condition& condition, const Case& c);
Finding rank_in_block(const model::Condition& condition, const Case& c);
Finding registered_in_time(const model::Condition& condition, const Case& c);
Finding own_plan_issued(const model::Condition& condition, const Case& c);
Finding one_award(const model::Condition& condition, const Case& c);
Finding one_body(const model::Condition& condition, const Case& c);
Finding not_both(const model::Condition& condition, const Case& c);
Finding not_awarded(const model::Condition& condition, const Case& c);

// From the award form, the audiences, the rounds, the dates and the dossier of the plan.
void round_named(const Case& c, std::vector<Finding>& findings);
void decision_after_data(const Case& c, std::vector<Finding>& findings);
void award_form(const Case& c, std::vector<Finding>& findings);
void standard_applies(const Case& c, std::vector<Finding>& findings);
/// `clauses`: of the condition that asks for it; empty: those of the audiences are named.
Finding audience_fits(const Case& c, const model::Clauses& clauses);
/// Whether the audience holds such a recipient.
bool may_compete(const model::Audience& audience, model::RecipientKind recipient, model::UnitIndex unit,
                 const model::Site& site, const model::Campaign& campaign);
void dossier_in_time(const Case& c, std::vector<Finding>& findings);
void dossier_complete(const Case& c, std::vector<Finding>& findings);

}  // namespace thidua::rules
