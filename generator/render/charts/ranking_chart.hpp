// The index of one year in one block as bars, with the thresholds of the plan.
#pragma once

#include <span>

#include "render/views/campaign_view.hpp"

namespace thidua::render {

/// A threshold that the plan sets for the index of a year.
struct Threshold {
  double percent = 0;
  std::string words;  ///< "more than 80%"
};

/// The thresholds that collectives of the block have to meet in a round of that year, the lowest first, each once; only
/// those in percent, which is what the bars show.
std::vector<Threshold> thresholds_of(const CampaignContext& context, std::optional<model::UnitIndex> block, int year);

/// {id, title, description, height, thresholds, lines, bars}. `scores` are those of one block, the best first.
View ranking_chart(const CampaignContext& context, int year, std::span<const model::Score> scores);

}  // namespace thidua::render
