#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Condition one(Scope scope) {
  Condition out = condition(CheckKind::one_award);
  out.check->scope = scope;
  return out;
}

std::string verdict(Sample& town, Scope scope) { return said(town.finding(rules::one_award, one(scope))); }

}  // namespace

TEST_CASE("rules::one_award: another award in the same round, the same year, or at all") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  for (const Scope scope : {Scope::round, Scope::year, Scope::campaign}) CHECK(verdict(town, scope) == "satisfied");
  town.decide(2023);
  town.grant(kWardA, kCertificate);
  CHECK(verdict(town, Scope::round) == "satisfied");
  CHECK(verdict(town, Scope::year) == "satisfied");
  CHECK(verdict(town, Scope::campaign) == "not satisfied");
  town.decide(2024).round = kPhase;
  town.grant(kWardA, kCertificate);
  CHECK(verdict(town, Scope::round) == "satisfied");
  CHECK(verdict(town, Scope::year) == "not satisfied");
  town.decide(2024);
  town.grant(kWardA, kCertificate);
  CHECK(verdict(town, Scope::round) == "not satisfied");
}

TEST_CASE("rules::one_award: names the other award and its decision") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  town.decide(2024);
  town.grant(kWardA, kCertificate);
  CHECK(shown(town.finding(rules::one_award, one(Scope::round)).found) == "form 1, 2/QĐ");
}

TEST_CASE("rules::one_award: a person and the unit, or two people of one unit, are different recipients") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  town.grant_to_person("Nguyễn Văn A", kWardA);
  town.grant_to_person("Trần Thị B", kWardA);
  CHECK(verdict(town, Scope::round) == "satisfied");
  CHECK(said(town.finding(rules::one_award, one(Scope::round), 0, 1)) == "satisfied");
  town.grant_to_person("Nguyễn Văn A", kWardA, kCertificate);
  CHECK(said(town.finding(rules::one_award, one(Scope::round), 0, 1)) == "not satisfied");
  CHECK(said(town.finding(rules::one_award, one(Scope::round), 0, 2)) == "satisfied");
}

TEST_CASE("rules::one_award: cannot be verified where the year of one of two awards is not recorded") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  town.decide(2023).year.reset();
  town.grant(kWardA, kCertificate);
  CHECK(verdict(town, Scope::year) == "cannot be verified: year");
  CHECK(verdict(town, Scope::campaign) == "not satisfied");
}

TEST_CASE("rules::one_award: one name stays one, whatever its case, its spaces and a full stop at its end") {
  for (const char* name : {"nguyễn văn A", "NGUYỄN VĂN A", "Nguyễn  Văn\u00A0A", "Nguyễn Văn A.", " Nguyễn Văn A . "}) {
    CAPTURE(name);
    Sample town;
    town.decide(2024);
    town.grant_to_person("Nguyễn Văn A", kWardA);
    town.grant_to_person(name, kWardA, kCertificate);
    CHECK(verdict(town, Scope::round) == "not satisfied");
  }
}
