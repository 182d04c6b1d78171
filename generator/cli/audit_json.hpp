// An audit for programs.
#pragma once

#include <string>

#include "model/site.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::cli {

/// One campaign as a JSON object: {"campaign", "awards": [{"result", "award", "verdict", "acknowledged", "findings"}],
/// "numbers", "document"}; a finding has "rule", "verdict", and where there is something to say "given", "text",
/// "clauses", "required", "found", "missing", "logic", "parts".
std::string audit_json(const model::Site& site, const model::Campaign& campaign, const rules::CampaignAudit& audit);

}  // namespace thidua::cli
