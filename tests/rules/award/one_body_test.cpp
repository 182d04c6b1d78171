#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

/// Ward A is awarded by the town and by another body.
Sample twice(std::optional<UnitIndex> other_body, const std::string& one, const std::string& other) {
  Sample town;
  town.decide(2024);
  town.grant(kWardA).achievement = one;
  town.decide(2023).granted_by = other_body;
  town.grant(kWardA, kCertificate).achievement = other;
  return town;
}

std::string verdict(Sample town) { return said(town.finding(rules::one_body, condition(CheckKind::one_body))); }

}  // namespace

TEST_CASE("rules::one_body: another body for the same achievement, however the tone marks stand") {
  CHECK(verdict(twice(kProvince, "Hoà giải ở cơ sở", "hòa giải Ở cơ sở")) == "not satisfied");
  CHECK(verdict(twice(kProvince, "Một cửa", "Chuyển đổi số")) == "satisfied");
}

TEST_CASE("rules::one_body: the same body twice is for other rules") {
  CHECK(verdict(twice(kTown, "Một cửa", "Một cửa")) == "satisfied");
}

TEST_CASE("rules::one_body: cannot be verified where the achievement or the body is not recorded") {
  CHECK(verdict(twice(kProvince, "", "Một cửa")) == "cannot be verified: achievement");
  CHECK(verdict(twice(kProvince, "Một cửa", "")) == "cannot be verified: achievement");
  CHECK(verdict(twice(std::nullopt, "Một cửa", "Một cửa")) == "cannot be verified: grantor");
  CHECK(verdict(twice(std::nullopt, "Một cửa", "Chuyển đổi số")) == "satisfied");
}

TEST_CASE("rules::one_body: who holds no other award needs no achievement") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  town.grant(kWardB);
  CHECK(said(town.finding(rules::one_body, condition(CheckKind::one_body))) == "satisfied");
}
