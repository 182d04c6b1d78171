// Corrections of what had been published, with the record and in the log of the whole site.
#pragma once

#include <string>

#include "render/site_index.hpp"
#include "render/views/campaign_view.hpp"
#include "routes/routes.hpp"

namespace thidua::render {

/// The recipient as readers name it: the individual or the collective within the unit, else the unit.
std::string recipient_name(const model::Site& site, const model::Award& award);

/// [{date, reason, decision, subject, subject_href, field, before, after}], newest first.
View corrections_of(const CampaignContext& context, const SiteIndex& index, const model::Result& result);
View corrections_of(const CampaignContext& context, const SiteIndex& index, const model::ScoreTable& table);

/// One entry of the log: the same, with the campaign and what kind of record it is about.
View logged_correction(const model::Site& site, const SiteIndex& index, const routes::LoggedCorrection& logged,
                       const Words& words);

}  // namespace thidua::render
