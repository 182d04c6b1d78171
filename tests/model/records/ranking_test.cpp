#include "model/records/ranking.hpp"

#include <doctest/doctest.h>

using namespace thidua::model;

namespace {

Score score(UnitIndex unit, double points, double maximum = 100, std::optional<UnitIndex> block = 9) {
  Score out;
  out.unit = unit;
  out.block = block;
  out.points.value = points;
  out.maximum.value = maximum;
  return out;
}

/// The units in their order, each with its rank: "2:1 1:2= 3:2= ".
std::string ranks(std::vector<Score> scores) {
  rank_scores(scores);
  std::string out;
  for (const Score& s : scores) out += std::to_string(s.unit) + ":" + std::to_string(s.rank) + (s.tied ? "= " : " ");
  return out;
}

}  // namespace

TEST_CASE("model::rank_scores: the highest first") { CHECK(ranks({score(1, 80), score(2, 90)}) == "2:1 1:2 "); }

TEST_CASE("model::rank_scores: equal scores share a rank, and the next one is left out") {
  CHECK(ranks({score(1, 90), score(2, 95), score(3, 90), score(4, 80)}) == "2:1 1:2= 3:2= 4:4 ");
  CHECK(ranks({score(1, 90), score(2, 90), score(3, 90)}) == "1:1= 2:1= 3:1= ");
}

TEST_CASE("model::rank_scores: shares of the maximum are compared, so that 63 of 70 is as much as 90 of 100") {
  CHECK(ranks({score(1, 63, 70), score(2, 90), score(3, 89.999)}) == "1:1= 2:1= 3:3 ");
}

TEST_CASE("model::rank_scores: each block by itself; those without one are a block") {
  CHECK(ranks({score(1, 80, 100, 5), score(2, 90, 100, 6), score(3, 70, 100, std::nullopt), score(4, 85, 100, 5)}) ==
        "3:1 4:1 1:2 2:1 ");
}
