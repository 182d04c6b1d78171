// Ranks within blocks, from the scores alone.
#pragma once

#include <vector>

#include "model/records/records.hpp"

namespace thidua::model {

/// Orders the scores by block, then from the highest share of the maximum to the lowest, and gives each its rank. Equal
/// shares share a rank, and the ranks they take up are left out (1, 2, 2, 4). Scores without a block are one block.
void rank_scores(std::vector<Score>& scores);

}  // namespace thidua::model
