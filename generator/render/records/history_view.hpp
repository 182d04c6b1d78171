// What was published about a unit over the years, and about those that it succeeds.
#pragma once

#include "render/views/unit_view.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::render {

/// {registrations, scores, awards, has_… of each, has_records}, the latest first; `under` names the predecessor that an
/// entry stands under.
View history_view(const model::Site& site, model::UnitIndex unit, const UnitConcerns& concerns,
                  const rules::Verdicts& verdicts, const Words& words);

}  // namespace thidua::render
