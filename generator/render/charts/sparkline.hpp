// A unit's index over the years as a small line.
#pragma once

#include <string>
#include <vector>

#include "render/views/campaign_view.hpp"

namespace thidua::render {

struct YearShare {
  int year = 0;
  double percent = 0;
};

/// {id, description, height, points, line, first, last}; false for fewer than two years. `years` may come in any order.
View sparkline(const Words& words, const std::string& id, std::vector<YearShare> years);

}  // namespace thidua::render
