// The views of the lists of units and of one unit's page.
#pragma once

#include <vector>

#include "model/site.hpp"
#include "render/view.hpp"
#include "render/words.hpp"

namespace thidua::render {

/// What each unit appears in, found in one pass over all campaigns.
class UnitConcerns {
 public:
  explicit UnitConcerns(const model::Site& site);

  struct InCampaign {
    std::size_t campaign = 0;
    std::vector<std::size_t> duties, milestones, audiences, award_forms;  ///< positions in the campaign
  };
  /// By campaign; what concerns the unit itself, its block, or the block it is.
  std::vector<InCampaign> of(model::UnitIndex unit) const;

 private:
  const model::Site& site_;
  std::vector<std::vector<InCampaign>> direct_;  ///< per unit
};

/// {name, href, kind, level, locality}
View unit_card(const model::Site& site, const model::Unit& unit, const Words& words);
View unit_page(const model::Site& site, model::UnitIndex unit, const UnitConcerns& concerns, const Words& words);
/// The entries of one page of the list, grouped by locality.
View unit_list(const model::Site& site, std::size_t first, std::size_t count, const Words& words);

}  // namespace thidua::render
