// Every value of a plan's data that a verdict may hang on, and what it can be altered to.
#pragma once

#include <string>
#include <vector>

#include "content/value.hpp"

namespace thidua::testing {

/// One value of campaign.json.
struct Alterable {
  std::string path;                        ///< quotas[2].count.value
  std::vector<std::size_t> steps;          ///< the positions that lead to it from the root
  std::string spelling;                    ///< as it stands
  std::vector<content::Value> candidates;  ///< what it may be altered to, the nearest first
};

/// Every number of awards, threshold, count, place, rating, date, and how each of them bounds, of the rules for awards:
/// in `period`, `rounds`, `quotas`, `standards`, `conditions`, `dossiers` and `milestones`, in the order of the file.
/// Found by their form, wherever they stand, so that none can be forgotten.
std::vector<Alterable> alterable_values(const content::Value& campaign);

/// Puts a value in the place of one.
void alter(content::Value& campaign, const Alterable& what, const content::Value& to);

std::string spelling(const content::Value& value);

}  // namespace thidua::testing
