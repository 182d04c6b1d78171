#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

TEST_CASE("rules::own_plan_issued: a plan recorded, and not later than the decision") {
  Sample town;
  town.decide(2024, "2024-12-01");
  town.grant(kWardA);
  const Condition issued = condition(CheckKind::own_plan_issued);
  CHECK(said(town.finding(rules::own_plan_issued, issued)) == "cannot be verified: own_plan");
  Registration& r = town.registration(kWardA, 2024, "2024-03-01");
  CHECK(said(town.finding(rules::own_plan_issued, issued)) == "cannot be verified: own_plan");
  r.own_plan = OwnPlan{"12/KH", day("2024-12-01")};
  CHECK(said(town.finding(rules::own_plan_issued, issued)) == "satisfied");
  r.own_plan->date = day("2024-12-02");
  CHECK(said(town.finding(rules::own_plan_issued, issued)) == "not satisfied");
}
