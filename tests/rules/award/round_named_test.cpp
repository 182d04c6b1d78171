#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

std::string verdict(std::optional<std::size_t> round, std::optional<int> year) {
  Sample town;
  Round open;
  open.id = "open";
  town.campaign().rounds.push_back(open);
  Result& result = town.decide(2024);
  result.round = round;
  result.year = year;
  town.grant(kWardA);
  return said(town.findings(rules::round_named)[0]);
}

constexpr std::size_t kOpen = 2;  ///< a round without years of its own

}  // namespace

TEST_CASE("rules::round_named: one of the years that the round lists") {
  CHECK(verdict(kAnnual, 2021) == "satisfied");
  CHECK(verdict(kAnnual, 2020) == "not satisfied");
  CHECK(verdict(kAnnual, 2026) == "not satisfied");
  CHECK(verdict(kAnnual, std::nullopt) == "cannot be verified: year");
}

TEST_CASE("rules::round_named: the last year of the phase that the round covers") {
  CHECK(verdict(kPhase, 2025) == "satisfied");
  CHECK(verdict(kPhase, 2024) == "not satisfied");
}

TEST_CASE("rules::round_named: a round without years, and a plan without rounds, keep to the period") {
  for (const std::optional<std::size_t> round : {std::optional(kOpen), std::optional<std::size_t>()}) {
    CHECK(verdict(round, 2021) == "satisfied");
    CHECK(verdict(round, 2025) == "satisfied");
    CHECK(verdict(round, 2026) == "not satisfied");
  }
  CHECK(verdict(std::nullopt, std::nullopt) == "not stated");
}
