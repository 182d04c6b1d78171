#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Condition without(std::optional<std::size_t> form) {
  Condition out = condition(CheckKind::not_awarded);
  out.check->award_form = form;
  return out;
}

}  // namespace

TEST_CASE("rules::not_awarded: the decision on the other award tells who holds it") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  CHECK(said(town.finding(rules::not_awarded, without(kCertificate))) ==
        "cannot be verified: other_result certificate");
  town.decide(2024);
  town.grant(kWardB, kCertificate);
  CHECK(said(town.finding(rules::not_awarded, without(kCertificate))) == "satisfied");
  town.grant(kWardA, kCertificate);
  CHECK(said(town.finding(rules::not_awarded, without(kCertificate))) == "not satisfied");
  CHECK(said(town.finding(rules::not_awarded, without(std::nullopt))) == "cannot be verified: other_result");
}

TEST_CASE("rules::not_awarded: the award itself is no other one") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA, kCertificate);
  CHECK(said(town.finding(rules::not_awarded, without(kCertificate))) == "satisfied");
}

TEST_CASE("rules::not_awarded: the other award of another year or of a person of the unit is another matter") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  town.grant_to_person("Nguyễn Văn A", kWardA, kCertificate);
  town.decide(2023);
  town.grant(kWardA, kCertificate);
  CHECK(said(town.finding(rules::not_awarded, without(kCertificate))) == "satisfied");
}
