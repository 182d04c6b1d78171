// The dates of a campaign along its years, as they stand after all later documents.
#pragma once

#include "render/views/campaign_view.hpp"

namespace thidua::render {

/// {id, description, height, years, marks, base}; false where there are fewer than two dates.
View timeline(const CampaignContext& context);

}  // namespace thidua::render
