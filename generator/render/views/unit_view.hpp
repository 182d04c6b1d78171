// The views of the lists of units and of one unit's page.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
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
    std::optional<std::chrono::sys_days> until;  ///< when the unit became another: its duties and deadlines end there

    auto operator<=>(const InCampaign&) const = default;
  };
  /// By campaign; what concerns the unit itself, its block, or the block it is. The same for all units of a block that
  /// the plan does not name one by one. Of a unit that became another, only what is of the time before.
  std::vector<InCampaign> of(model::UnitIndex unit) const;

  struct Awarded {
    std::size_t campaign, result, award;
  };
  struct Registered {
    std::size_t campaign, registration;
  };
  struct Scored {
    std::size_t campaign, table, score;
    std::size_t in_block;  ///< how many have a rank in its block
  };
  const std::vector<Awarded>& awards(model::UnitIndex unit) const { return awards_[unit]; }
  const std::vector<Registered>& registrations(model::UnitIndex unit) const { return registrations_[unit]; }
  const std::vector<Scored>& scores(model::UnitIndex unit) const { return scores_[unit]; }
  /// The units of a block.
  const std::vector<model::UnitIndex>& members(model::UnitIndex block) const { return members_[block]; }
  /// The units that became this one.
  const std::vector<model::UnitIndex>& before(model::UnitIndex unit) const { return before_[unit]; }
  /// Those, and the ones that became those, and so on.
  std::vector<model::UnitIndex> all_before(model::UnitIndex unit) const;
  /// Positions in the site of what is told about the unit and about all before it, the newest first.
  std::vector<std::size_t> practices(model::UnitIndex unit) const { return through_time(practices_, unit); }
  std::vector<std::size_t> exemplars(model::UnitIndex unit) const { return through_time(exemplars_, unit); }

 private:
  void read_plan(std::size_t position);
  void read_records(std::size_t position);
  void read_scores(std::size_t position, std::size_t table);
  std::vector<std::size_t> through_time(const std::vector<std::vector<std::size_t>>& by_unit,
                                        model::UnitIndex unit) const;
  std::vector<InCampaign> of_all_time(model::UnitIndex unit) const;
  void leave_out_later(InCampaign& concern) const;

  const model::Site& site_;
  std::vector<std::vector<std::size_t>> practices_, exemplars_;  ///< per unit
  std::vector<std::vector<InCampaign>> direct_;                  ///< per unit, likewise below
  std::vector<std::vector<Awarded>> awards_;
  std::vector<std::vector<Registered>> registrations_;
  std::vector<std::vector<Scored>> scores_;
  std::vector<std::vector<model::UnitIndex>> members_, before_;
};

/// {name, href, kind, level, locality}
View unit_card(const model::Site& site, const model::Unit& unit, const Words& words);
/// What one campaign asks of a unit.
View concern_view(const model::Site& site, const UnitConcerns::InCampaign& concern, const Words& words);
/// `html_of` gives a concern as the theme shows it; history_view.hpp adds what was published.
View unit_page(const model::Site& site, model::UnitIndex unit, const UnitConcerns& concerns, const Words& words,
               const std::function<const std::string&(const UnitConcerns::InCampaign&)>& html_of);
/// The entries of one page of the list, grouped by locality.
View unit_list(const model::Site& site, std::size_t first, std::size_t count, const Words& words);

}  // namespace thidua::render
