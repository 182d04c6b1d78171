// Checklists: what one campaign wants done by one kind of unit. A kind of unit is what the plan calls to act: a block
// of units, or a unit by its name, which then has what its block has to do too.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/site.hpp"

namespace thidua::routes {

struct Checklist {
  std::size_t campaign = 0;
  model::UnitIndex unit = 0;
  // Positions in the campaign, as the plan has them.
  std::vector<std::size_t> milestones;  ///< that it has to meet, dated or not; at least one
  std::vector<std::size_t> duties;      ///< that it has
};

class Checklists {
 public:
  Checklists() = default;
  explicit Checklists(const model::Site& site);

  /// By campaign, then by unit.
  const std::vector<Checklist>& all() const { return all_; }
  /// The unit's own, or that of its block; null where the campaign wants nothing of either by a date.
  const Checklist* of_unit(const model::Site& site, std::size_t campaign, model::UnitIndex unit) const;

 private:
  std::vector<Checklist> all_;
  std::map<std::pair<std::size_t, model::UnitIndex>, std::size_t> by_unit_;  ///< positions in all_
};

/// "phong-trao/an-hai-2025/viec-can-lam/an-hai/phuong/".
std::string checklist_url(const model::Site& site, const Checklist& checklist);

}  // namespace thidua::routes
