// For which failures somebody answers. An acknowledgement names the clauses that it accepts as not satisfied: what
// fails later under another clause is an error again.
#pragma once

#include "rules/audit/audit.hpp"

namespace thidua::rules {

/// Whether it names all clauses of the finding: one alone may be shared by other rules. What rests on no clause is
/// accepted by any.
bool accepts(const model::Acknowledgement& given, const Finding& finding);
bool accepted_by_any(const std::vector<model::Acknowledgement>& given, const Finding& finding);

/// The reasons why an award does not satisfy its plan that nobody answers for.
std::vector<const Finding*> unacknowledged(const AwardAudit& audit, const model::Award& award);

/// Whether the award does not satisfy its plan, and somebody answers for all of it.
bool is_acknowledged(const AwardAudit& audit, const model::Award& award);

/// The clauses that it accepts although none of the findings fails under them.
model::Clauses unused_clauses(const model::Acknowledgement& given, const std::vector<const Finding*>& failed);

}  // namespace thidua::rules
