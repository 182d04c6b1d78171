// The views of the lists of units and of one unit's page.
#pragma once

#include <functional>
#include <string>
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

    auto operator<=>(const InCampaign&) const = default;
  };
  /// By campaign; what concerns the unit itself, its block, or the block it is. The same for all units of a block that
  /// the plan does not name one by one.
  std::vector<InCampaign> of(model::UnitIndex unit) const;

  struct Awarded {
    std::size_t campaign, result, award;
  };
  struct Registered {
    std::size_t campaign, registration;
  };
  const std::vector<Awarded>& awards(model::UnitIndex unit) const { return awards_[unit]; }
  const std::vector<Registered>& registrations(model::UnitIndex unit) const { return registrations_[unit]; }
  /// The units of a block.
  const std::vector<model::UnitIndex>& members(model::UnitIndex block) const { return members_[block]; }

 private:
  void read_plan(std::size_t position);
  void read_records(std::size_t position);

  const model::Site& site_;
  std::vector<std::vector<InCampaign>> direct_;  ///< per unit, likewise below
  std::vector<std::vector<Awarded>> awards_;
  std::vector<std::vector<Registered>> registrations_;
  std::vector<std::vector<model::UnitIndex>> members_;
};

/// {name, href, kind, level, locality}
View unit_card(const model::Site& site, const model::Unit& unit, const Words& words);
/// What one campaign asks of a unit.
View concern_view(const model::Site& site, const UnitConcerns::InCampaign& concern, const Words& words);
/// `html_of` gives a concern as the theme shows it.
View unit_page(const model::Site& site, model::UnitIndex unit, const UnitConcerns& concerns, const Words& words,
               const std::function<std::string(const UnitConcerns::InCampaign&)>& html_of);
/// The entries of one page of the list, grouped by locality.
View unit_list(const model::Site& site, std::size_t first, std::size_t count, const Words& words);

}  // namespace thidua::render
