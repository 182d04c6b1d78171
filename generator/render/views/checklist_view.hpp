// What one campaign wants done by one kind of unit, to be ticked off on paper.
#pragma once

#include "render/views/campaign_view.hpp"
#include "routes/checklists.hpp"

namespace thidua::render {

/// {campaign, unit, schedule, duties, has_duties, papers, has_papers}: the deadlines by date, the duties that serve
/// none of them in the plan's order, and what a proposal has to hold, where a deadline is one for proposals.
View checklist_view(const CampaignContext& context, const routes::Checklist& checklist);

}  // namespace thidua::render
