// What one campaign wants done by one kind of unit, to be ticked off on paper.
#pragma once

#include "render/views/campaign_view.hpp"
#include "render/views/unit_view.hpp"
#include "routes/checklists.hpp"

namespace thidua::render {

/// {campaign, unit, schedule, duties, has_duties, papers, has_papers}: the deadlines by date, the duties that serve
/// none of them in the plan's order, and what a proposal has to hold, where a deadline is one for proposals.
View checklist_view(const CampaignContext& context, const routes::Checklist& checklist);

/// [{text, href}]: of the kinds of unit that a campaign calls to act.
View campaign_checklists(const model::Site& site, const routes::Checklists& checklists, std::size_t campaign);
/// [{text, href}]: of the campaigns that call the unit to act.
View unit_checklists(const model::Site& site, const routes::Checklists& checklists, const UnitConcerns& concerns,
                     model::UnitIndex unit);

}  // namespace thidua::render
