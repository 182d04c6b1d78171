#include "rules/attainment_state.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::model;
using rules::attainment_of;

namespace {

/// Two targets in one criterion, the first at least 95, with what was published.
struct Fixture {
  Campaign campaign;

  Fixture() {
    campaign.criteria.resize(1);
    campaign.criteria[0].targets.resize(2);
    campaign.criteria[0].targets[0].comparator = Comparator::at_least;
    campaign.criteria[0].targets[0].number = 95;
  }

  AttainmentTable& table(int year) {
    campaign.attainment.push_back({year, std::nullopt, {}});
    return campaign.attainment.back();
  }

  static Attained reached(double number, std::optional<UnitIndex> unit = std::nullopt) {
    return {{0, 0}, unit, std::to_string(number), number, {}, "báo cáo"};
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "rules::attainment_of: nothing where nothing was published") {
  CHECK(attainment_of(campaign).empty());
}

TEST_CASE_FIXTURE(Fixture, "rules::attainment_of: a value is held against the target by its comparator") {
  table(2022).attained = {reached(95)};
  CHECK(attainment_of(campaign).at({0, 0}).front().met());
  campaign.attainment[0].attained = {reached(94.99)};
  CHECK_FALSE(attainment_of(campaign).at({0, 0}).front().met());
  campaign.criteria[0].targets[0].comparator = Comparator::less_than;
  CHECK(attainment_of(campaign).at({0, 0}).front().met());
  campaign.attainment[0].attained = {reached(95)};
  CHECK_FALSE(attainment_of(campaign).at({0, 0}).front().met());
}

TEST_CASE_FIXTURE(Fixture, "rules::attainment_of: a target of which a published year says nothing is not reported") {
  table(2022).attained = {reached(96)};
  const auto years = attainment_of(campaign).at({0, 1});
  REQUIRE(years.size() == 1);
  CHECK_FALSE(years[0].reported());
  CHECK_FALSE(years[0].met());
}

TEST_CASE_FIXTURE(Fixture, "rules::attainment_of: the latest year comes first") {
  table(2022).attained = {reached(90)};
  table(2023).attained = {reached(96)};
  const auto years = attainment_of(campaign).at({0, 0});
  CHECK(years[0].year == 2023);
  CHECK(years[0].met());
  CHECK(years[1].year == 2022);
  CHECK_FALSE(years[1].met());
}

TEST_CASE_FIXTURE(Fixture, "rules::attainment_of: the whole decides; where it is not reported, every unit that is") {
  table(2022).attained = {reached(96, 1), reached(90, 2)};
  auto year = attainment_of(campaign).at({0, 0}).front();
  CHECK(year.units.size() == 2);
  CHECK(year.units[0].met);
  CHECK_FALSE(year.units[1].met);
  CHECK_FALSE(year.met());
  campaign.attainment[0].attained.push_back(reached(95.5));
  year = attainment_of(campaign).at({0, 0}).front();
  CHECK(year.met());
}
