#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Condition index(Comparator comparator, double value, const char* unit = "%") {
  return condition(threshold(CheckKind::index, comparator, value, unit));
}

rules::Finding found(const Condition& condition, const std::string& points, const std::string& maximum = "100") {
  Sample town;
  town.score(2024, kWardA, points, maximum);
  town.decide(2024);
  town.grant(kWardA);
  return town.finding(rules::index_threshold, condition);
}

}  // namespace

TEST_CASE("rules::index_threshold: at least 90 takes 90 however it is written, and nothing below") {
  const Condition ninety = index(Comparator::at_least, 90);
  for (const char* points : {"90", "90.0", "90.00", "90.01", "100"}) CHECK(said(found(ninety, points)) == "satisfied");
  for (const char* points : {"89.995", "89.999999", "89.9", "0"}) CHECK(said(found(ninety, points)) == "not satisfied");
}

TEST_CASE("rules::index_threshold: more than 90 does not take 90 itself") {
  const Condition above = index(Comparator::more_than, 90);
  CHECK(said(found(above, "90")) == "not satisfied");
  CHECK(said(found(above, "90.0")) == "not satisfied");
  CHECK(said(found(above, "90.001")) == "satisfied");
}

TEST_CASE("rules::index_threshold: the other comparators") {
  CHECK(said(found(index(Comparator::exact, 100), "100")) == "satisfied");
  CHECK(said(found(index(Comparator::exact, 100), "99.9")) == "not satisfied");
  CHECK(said(found(index(Comparator::at_most, 5), "5")) == "satisfied");
  CHECK(said(found(index(Comparator::less_than, 5), "5")) == "not satisfied");
}

TEST_CASE("rules::index_threshold: a percentage is of the maximum, points are points") {
  CHECK(said(found(index(Comparator::at_least, 90), "63", "70")) == "satisfied");
  CHECK(said(found(index(Comparator::at_least, 90), "62.9", "70")) == "not satisfied");
  CHECK(said(found(index(Comparator::at_least, 90, "điểm"), "89", "95")) == "not satisfied");
  CHECK(said(found(index(Comparator::at_least, 90, "% số điểm tối đa"), "89", "95")) == "satisfied");
}

TEST_CASE("rules::index_threshold: what is shown never looks like the threshold that it misses") {
  CHECK(shown(found(index(Comparator::at_least, 90), "89.995").found) == "89.995 % in 2024");
  CHECK(shown(found(index(Comparator::at_least, 90), "179.9992", "200").found) == "89.9996 % in 2024");
  CHECK(shown(found(index(Comparator::at_least, 90), "2", "3").found) == "66.67 % in 2024");
  CHECK(shown(found(index(Comparator::at_least, 90), "180", "200").found) == "90 % in 2024");
}

TEST_CASE("rules::index_threshold: cannot be verified without the score of that year, or without a year") {
  Sample town;
  town.score(2023, kWardA, "95");
  town.score(2024, kWardB, "95");
  town.decide(2024);
  town.grant(kWardA);
  CHECK(said(town.finding(rules::index_threshold, index(Comparator::at_least, 90))) ==
        "cannot be verified: score 2024");
  town.campaign().results[0].year.reset();
  CHECK(said(town.finding(rules::index_threshold, index(Comparator::at_least, 90))) == "cannot be verified: year");
}
