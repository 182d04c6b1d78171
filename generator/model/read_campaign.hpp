// One folder under content/campaigns/ -> a campaign.
#pragma once

#include "content/sources.hpp"
#include "model/campaign.hpp"
#include "model/fields.hpp"
#include "model/site.hpp"

namespace thidua::model {

/// Where the ids of other files lead; complete before the first campaign is read, and not changed by reading.
struct SiteIndex {
  Index localities{Code::unknown_locality};
  Index units{Code::unknown_unit};
  Index campaigns{Code::unknown_campaign};
  Index practices{Code::unknown_practice};
  Index media{Code::unknown_media};
  std::vector<std::string> unusable;             ///< as in content::Sources
  std::vector<std::string> ids;                  ///< of the units
  std::vector<std::optional<UnitIndex>> blocks;  ///< of the units
  std::vector<UnitKind> kinds;                   ///< of the units
  std::vector<std::size_t> homes;                ///< their positions in Site::localities
  Moment now;                                    ///< what is not to be seen then is left out
};

/// Reports every reference that leads nowhere, day that does not exist, and id given twice; goes on after each.
/// `embargoed` receives the results that are not to be seen yet.
Campaign read_campaign(const content::CampaignFolder& folder, const SiteIndex& site, std::vector<Result>& embargoed,
                       Diagnostics& diagnostics);

}  // namespace thidua::model
