// The results of a campaign, each award beside what the audit found.
#pragma once

#include "render/site_index.hpp"
#include "render/views/campaign_view.hpp"

namespace thidua::render {

/// The result page. Audits the campaign anew, since the findings of all campaigns are not kept.
View results(const CampaignContext& context, const SiteIndex& index);

/// {count, satisfied, not_satisfied, unverified, href}: how many awards were published and what the audit says of them,
/// each number false where it is none; false altogether where no award is published.
View results_summary(const CampaignContext& context, const CampaignVerdicts& verdicts);

}  // namespace thidua::render
