#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Condition not_both(Scope scope = Scope::year) {
  Condition out = condition(CheckKind::not_both);
  out.check->scope = scope;
  out.check->routes = {{kProvince}, {kTown}};
  return out;
}

Sample awarded_by(std::optional<UnitIndex> one, int year, std::optional<UnitIndex> other, int other_year) {
  Sample town;
  town.decide(year).granted_by = one;
  town.grant(kWardA);
  town.decide(other_year).granted_by = other;
  town.grant(kWardA, kCertificate);
  return town;
}

}  // namespace

TEST_CASE("rules::not_both: awards of both routes in the same year") {
  CHECK(said(awarded_by(kTown, 2024, kProvince, 2024).finding(rules::not_both, not_both())) == "not satisfied");
  CHECK(said(awarded_by(kTown, 2024, kTown, 2024).finding(rules::not_both, not_both())) == "satisfied");
  CHECK(said(awarded_by(kTown, 2024, kOfficeA, 2024).finding(rules::not_both, not_both())) == "satisfied");
}

TEST_CASE("rules::not_both: another year is outside of the scope, unless that is the campaign") {
  CHECK(said(awarded_by(kTown, 2024, kProvince, 2023).finding(rules::not_both, not_both())) == "satisfied");
  CHECK(said(awarded_by(kTown, 2024, kProvince, 2023).finding(rules::not_both, not_both(Scope::campaign))) ==
        "not satisfied");
  CHECK(said(awarded_by(kTown, 2024, kProvince, 2023).finding(rules::not_both, not_both(Scope::round))) == "satisfied");
}

TEST_CASE("rules::not_both: cannot be verified without the routes, or who granted") {
  CHECK(said(awarded_by(std::nullopt, 2024, kProvince, 2024).finding(rules::not_both, not_both())) ==
        "cannot be verified: grantor");
  Condition unknown = not_both();
  unknown.check->routes.clear();
  CHECK(said(awarded_by(kTown, 2024, kProvince, 2024).finding(rules::not_both, unknown)) ==
        "cannot be verified: routes");
}

TEST_CASE("rules::not_both: cannot be verified where it is not known whether both were in the same year") {
  Sample town = awarded_by(kTown, 2024, kProvince, 2024);
  town.campaign().results[1].year.reset();
  CHECK(said(town.finding(rules::not_both, not_both())) == "cannot be verified: year");
  CHECK(said(town.finding(rules::not_both, not_both(Scope::campaign))) == "not satisfied");
}
