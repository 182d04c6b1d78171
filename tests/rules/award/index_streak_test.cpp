#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

rules::Finding found(const std::vector<std::pair<int, std::string>>& scores, Comparator comparator) {
  Sample town;
  for (const auto& [year, points] : scores) town.score(year, kWardA, points);
  town.decide(2024);
  town.grant(kWardA);
  Check check = threshold(CheckKind::index_streak, comparator, 90, "%");
  check.count = 2;
  return town.finding(rules::index_streak, condition(check));
}

}  // namespace

TEST_CASE("rules::index_streak: each of the last years must keep to the threshold") {
  CHECK(said(found({{2023, "90.1"}, {2024, "91"}}, Comparator::more_than)) == "satisfied");
  CHECK(said(found({{2023, "90"}, {2024, "91"}}, Comparator::more_than)) == "not satisfied");
  CHECK(said(found({{2023, "90"}, {2024, "91"}}, Comparator::at_least)) == "satisfied");
  CHECK(said(found({{2022, "99"}, {2023, "99"}, {2024, "89.995"}}, Comparator::at_least)) == "not satisfied");
}

TEST_CASE("rules::index_streak: a missing year cannot be made up by the one before") {
  CHECK(said(found({{2022, "99"}, {2024, "99"}}, Comparator::more_than)) == "cannot be verified: score 2023");
  CHECK(said(found({}, Comparator::more_than)) == "cannot be verified: score 2023, score 2024");
}

TEST_CASE("rules::index_streak: one year too low settles it, whatever is missing") {
  CHECK(said(found({{2024, "90"}}, Comparator::more_than)) == "not satisfied");
}

TEST_CASE("rules::index_streak: cannot be verified without the year that is awarded") {
  Sample town;
  town.decide(2024).year.reset();
  town.grant(kWardA);
  CHECK(said(town.finding(rules::index_streak, condition(CheckKind::index_streak))) == "cannot be verified: year");
}
