// The Markdown files of practices, exemplars, news and pages -> articles of the site.
#pragma once

#include "content/sources.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/build_site.hpp"
#include "model/read_campaign.hpp"

namespace thidua::model {

/// Takes the articles over into a site whose units and campaigns are complete, with what is left out of it and when
/// that changes next. A practice that lacks a part or a field is a draft: left out, and told which.
void read_articles(content::Sources& sources, const SiteIndex& index, const BuildOptions& options, Site& site,
                   Diagnostics& diagnostics);

/// Takes the files away that are named only by what is left out.
void withhold_media(Site& site);

}  // namespace thidua::model
