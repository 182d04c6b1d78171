// The dates of a campaign along its years.
#pragma once

#include "render/views/campaign_view.hpp"

namespace thidua::render {

/// {id, description, height, years, marks, base}; false where the plan gives fewer than two dates.
View timeline(const CampaignContext& context);

}  // namespace thidua::render
