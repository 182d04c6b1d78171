#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Condition rank(std::vector<int> places, std::optional<std::size_t> freed_by = std::nullopt) {
  Check check;
  check.kind = CheckKind::rank;
  check.places = std::move(places);
  check.within = kWards;
  check.freed_by = freed_by;
  return condition(check);
}

/// Wards A to E with these points, and an award for ward A.
Sample ranked(const std::vector<std::string>& points) {
  Sample town;
  for (std::size_t i = 0; i < points.size(); ++i) town.score(2024, kWardA + i, points[i]);
  town.score(2024, kOfficeA, "100");
  town.decide(2024);
  town.grant(kWardA);
  return town;
}

std::string verdict(const std::vector<std::string>& points, std::vector<int> places) {
  return said(ranked(points).finding(rules::rank_in_block, rank(std::move(places))));
}

}  // namespace

TEST_CASE("rules::rank_in_block: among the places, and among the block only") {
  CHECK(verdict({"95", "90", "85"}, {1}) == "satisfied");
  CHECK(verdict({"90", "95", "85"}, {1}) == "not satisfied");
  CHECK(verdict({"90", "95", "85"}, {2, 3}) == "satisfied");
  CHECK(verdict({"95", "90", "85"}, {2, 3}) == "not satisfied");
  CHECK(verdict({"80", "95", "90", "85"}, {2, 3}) == "not satisfied");
}

TEST_CASE("rules::rank_in_block: a tie across the last place cannot be decided, for the plan states no rule") {
  CHECK(verdict({"95", "95", "85"}, {1}) == "cannot be verified: tie_rule");
  CHECK(verdict({"90", "95", "90", "90"}, {2, 3}) == "cannot be verified: tie_rule");
  CHECK(verdict({"95", "95", "85"}, {2, 3}) == "cannot be verified: tie_rule");
}

TEST_CASE("rules::rank_in_block: a tie inside the places, or outside of them, decides nothing") {
  CHECK(verdict({"90", "95", "90", "80"}, {2, 3}) == "satisfied");
  CHECK(verdict({"95", "95", "85"}, {1, 2}) == "satisfied");
  CHECK(verdict({"80", "95", "90", "80"}, {1, 2}) == "not satisfied");
}

TEST_CASE("rules::rank_in_block: equal shares of different maxima are a tie") {
  Sample town;
  town.score(2024, kWardA, "63", "70");
  town.score(2024, kWardB, "90", "100");
  town.decide(2024);
  town.grant(kWardA);
  CHECK(said(town.finding(rules::rank_in_block, rank({1}))) == "cannot be verified: tie_rule");
}

TEST_CASE("rules::rank_in_block: a place is freed when its holder has the higher award of the same round") {
  Sample town = ranked({"90", "95", "85"});
  town.grant(kWardB, kCertificate);
  CHECK(said(town.finding(rules::rank_in_block, rank({1}))) == "not satisfied");
  CHECK(said(town.finding(rules::rank_in_block, rank({1}, kCertificate))) == "satisfied");
  CHECK(said(town.finding(rules::rank_in_block, rank({2}, kCertificate))) == "not satisfied");
}

TEST_CASE("rules::rank_in_block: gives the published rank, and beside it what it counts as and who freed the place") {
  Sample town = ranked({"90", "95", "85"});
  town.grant(kWardB, kCertificate);
  const rules::Finding freed = town.finding(rules::rank_in_block, rank({1}, kCertificate));
  CHECK(shown(freed.found).find("rank 2, ") == 0);
  CHECK(shown(freed.found).find("counted as rank 1, freed by " + town.site.units[kWardB].name) != std::string::npos);
  CHECK(shown(town.finding(rules::rank_in_block, rank({1})).found).find("counted") == std::string::npos);
}

TEST_CASE("rules::rank_in_block: the higher award of another year, of a person, or of a team frees nothing") {
  Sample town = ranked({"90", "95", "85"});
  town.grant_to_person("Trần Thị B", kWardB, kCertificate);
  town.grant(kWardB, kCertificate).name = "Tổ một cửa";
  town.decide(2023);
  town.grant(kWardB, kCertificate);
  CHECK(said(town.finding(rules::rank_in_block, rank({1}, kCertificate))) == "not satisfied");
}

TEST_CASE("rules::rank_in_block: freeing settles a tie") {
  Sample town = ranked({"95", "95", "85"});
  town.grant(kWardB, kCertificate);
  CHECK(said(town.finding(rules::rank_in_block, rank({1}, kCertificate))) == "satisfied");
}

TEST_CASE("rules::rank_in_block: an unpublished decision on the higher award matters only where it could") {
  const auto unpublished = [](const std::vector<std::string>& points, std::vector<int> places) {
    Sample town = ranked(points);
    return said(town.finding(rules::rank_in_block, rank(std::move(places), kCertificate)));
  };
  CHECK(unpublished({"90", "95", "85"}, {1}) == "cannot be verified: other_result certificate");
  CHECK(unpublished({"90", "95", "85"}, {2}) == "cannot be verified: other_result certificate");
  CHECK(unpublished({"95", "90", "85"}, {1}) == "satisfied");
  CHECK(unpublished({"90", "95", "85"}, {1, 2}) == "satisfied");
  CHECK(unpublished({"95", "90", "85"}, {2}) == "not satisfied");
  CHECK(unpublished({"95", "95"}, {1}) == "cannot be verified: tie_rule, other_result certificate");
}

TEST_CASE("rules::rank_in_block: a published decision on the higher award that nobody received frees nothing") {
  Sample town = ranked({"90", "95", "85"});
  town.campaign().results[0].award_forms.push_back(kCertificate);
  CHECK(said(town.finding(rules::rank_in_block, rank({1}, kCertificate))) == "not satisfied");
}

TEST_CASE("rules::rank_in_block: cannot be verified without the score, the block's scores, or the year") {
  Sample town = ranked({"95", "90"});
  town.campaign().results[0].awards[0].unit = kWardE;
  CHECK(said(town.finding(rules::rank_in_block, rank({1}))) == "cannot be verified: score 2024");
  town.campaign().results[0].awards[0].unit = kOfficeA;
  CHECK(said(town.finding(rules::rank_in_block, rank({1}))) == "cannot be verified: ranking 2024");
  town.campaign().results[0].year.reset();
  CHECK(said(town.finding(rules::rank_in_block, rank({1}))) == "cannot be verified: year");
}

TEST_CASE("rules::rank_in_block: shows the rank and whether it is shared") {
  CHECK(shown(ranked({"90", "95", "90"}).finding(rules::rank_in_block, rank({2, 3})).found) ==
        "rank 2 tied, 90 in 2024");
}
