#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Condition mean(double value, Comparator comparator = Comparator::at_least) {
  return condition(threshold(CheckKind::index_mean, comparator, value, "%"));
}

/// Of the last years up to 2025, in the round of the phase from 2021 to 2025.
rules::Finding found(const Condition& condition, const std::vector<std::string>& points) {
  Sample town;
  int year = 2026 - static_cast<int>(points.size());
  for (const std::string& p : points) town.score(year++, kWardA, p);
  town.decide(2025).round = kPhase;
  town.grant(kWardA);
  return town.finding(rules::index_mean, condition);
}

}  // namespace

TEST_CASE("rules::index_mean: exactly the threshold, with decimals that a computer cannot hold") {
  CHECK(said(found(mean(90), {"89.9", "90.1", "89.9", "90.1", "90"})) == "satisfied");
  CHECK(said(found(mean(90), {"90.1", "90.2", "89.7", "90.3", "89.7"})) == "satisfied");
  CHECK(said(found(mean(90), {"89.9", "90.1", "89.9", "90.1", "89.9"})) == "not satisfied");
  CHECK(said(found(mean(90, Comparator::more_than), {"89.9", "90.1", "89.9", "90.1", "90"})) == "not satisfied");
}

TEST_CASE("rules::index_mean: shows the mean and what it is made of, and never rounds it onto the threshold") {
  CHECK(shown(found(mean(90), {"90", "90", "90", "90", "89.99"}).found) ==
        "89.998 %, 90 % in 2021, 90 % in 2022, 90 % in 2023, 90 % in 2024, 89.99 % in 2025");
}

TEST_CASE("rules::index_mean: any year missing, it cannot be verified, however high the others") {
  CHECK(said(found(mean(90), {"100", "100", "100", "100"})) == "cannot be verified: score 2021");
  CHECK(said(found(mean(90), {"10"})) == "cannot be verified: score 2021, score 2022, score 2023, score 2024");
}

TEST_CASE("rules::index_mean: the years of the check come before those of the phase, and these before a number") {
  Condition named = mean(90);
  named.check->years = {2024, 2025};
  CHECK(said(found(named, {"90", "90"})) == "satisfied");
  Condition counted = mean(90);
  counted.check->count = 2;
  CHECK(said(found(counted, {"90", "90"})) == "cannot be verified: score 2021, score 2022, score 2023");
}

TEST_CASE("rules::index_mean: in a round of one year, the last so many years") {
  Sample town;
  town.score(2023, kWardA, "89.9");
  town.score(2024, kWardA, "90.1");
  town.decide(2024);
  town.grant(kWardA);
  Condition two = mean(90);
  two.check->count = 2;
  CHECK(said(town.finding(rules::index_mean, two)) == "satisfied");
  two.check->count = 3;
  CHECK(said(town.finding(rules::index_mean, two)) == "cannot be verified: score 2022");
  CHECK(said(town.finding(rules::index_mean, mean(90.1))) == "satisfied");
  town.campaign().results[0].year.reset();
  CHECK(said(town.finding(rules::index_mean, two)) == "cannot be verified: year");
}
