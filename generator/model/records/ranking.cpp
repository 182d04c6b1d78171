#include "model/records/ranking.hpp"

#include <algorithm>
#include <cmath>

namespace thidua::model {

bool same_percent(double a, double b) {
  constexpr double kLost = 1e-9;
  return std::abs(a - b) < kLost;
}

const Score* ScoreTable::of(UnitIndex unit) const {
  const auto at = std::find_if(scores.begin(), scores.end(), [unit](const Score& s) { return s.unit == unit; });
  return at == scores.end() ? nullptr : &*at;
}

void rank_scores(std::vector<Score>& scores) {
  std::stable_sort(scores.begin(), scores.end(), [](const Score& a, const Score& b) {
    if (a.block != b.block) return a.block < b.block;
    return !same_percent(a.percent(), b.percent()) && a.percent() > b.percent();
  });
  int place = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const bool same_block = i > 0 && scores[i].block == scores[i - 1].block;
    place = same_block ? place + 1 : 1;
    const bool equal = same_block && same_percent(scores[i].percent(), scores[i - 1].percent());
    scores[i].rank = equal ? scores[i - 1].rank : place;
    scores[i].tied = equal;
    if (equal) scores[i - 1].tied = true;
  }
}

}  // namespace thidua::model
