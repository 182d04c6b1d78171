// Registrations with their state, and scores with ranks: what a campaign publishes year by year, for its own pages and
// for those of units.
#pragma once

#include "render/site_index.hpp"
#include "render/views/campaign_view.hpp"

namespace thidua::render {

/// {complete, missing, has_missing, late, in_time, deadline, deadline_clauses, report, own_plan}
View registration_state_view(const CampaignContext& context, const model::Registration& registration);

/// {place, tied, points, maximum, share, criteria, has_criteria}
View score_view(const Words& words, const model::Score& score);

/// What the plan says of registering, and who registered.
View registrations(const CampaignContext& context);
View ranking(const CampaignContext& context, const SiteIndex& index);

}  // namespace thidua::render
