// What was reached of each target of a plan, year by year.
#pragma once

#include <map>
#include <vector>

#include "model/campaign.hpp"

namespace thidua::rules {

/// A published value, and whether it keeps to the target.
struct Reached {
  const model::Attained* attained = nullptr;  ///< null: not reported
  bool met = false;

  bool reported() const { return attained != nullptr; }
};

/// One year about which anything was published. What the plan wants of the whole and what it wants of each unit may be
/// reported side by side.
struct TargetYear {
  int year = 0;
  Reached whole;
  std::vector<Reached> units;  ///< in the order of the file

  bool reported() const { return whole.reported() || !units.empty(); }
  /// Of the whole where that was reported, else of every unit that reported.
  bool met() const;
};

/// By position of the criterion and of the target in it; each target has all published years, the latest first. Empty
/// where the campaign has published no attainment at all. The campaign outlives the result.
using Attainment = std::map<std::pair<std::size_t, std::size_t>, std::vector<TargetYear>>;

/// Takes one pass over what was published.
Attainment attainment_of(const model::Campaign& campaign);

}  // namespace thidua::rules
