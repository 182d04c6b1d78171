#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

/// So many awards of the first form to wards, in 2024.
Sample granted(int count) {
  Sample town;
  town.decide(2024);
  town.campaign().results[0].award_forms = {kCommendation};
  for (int i = 0; i < count; ++i) town.grant(kWardA + static_cast<UnitIndex>(i));
  return town;
}

std::string verdict(Sample town, CountKind kind, double value = 0) {
  town.quota(kind, value);
  return said(town.audit().quotas.at(0).finding);
}

Condition ninety() { return condition(threshold(CheckKind::index, Comparator::at_least, 90, "%")); }

}  // namespace

TEST_CASE("rules::number_granted: exactly, at least, at most, more and less than so many") {
  CHECK(verdict(granted(3), CountKind::exact, 3) == "satisfied");
  CHECK(verdict(granted(2), CountKind::exact, 3) == "not satisfied");
  CHECK(verdict(granted(4), CountKind::exact, 3) == "not satisfied");
  CHECK(verdict(granted(3), CountKind::at_most, 3) == "satisfied");
  CHECK(verdict(granted(0), CountKind::at_most, 3) == "satisfied");
  CHECK(verdict(granted(4), CountKind::at_most, 3) == "not satisfied");
  CHECK(verdict(granted(3), CountKind::at_least, 3) == "satisfied");
  CHECK(verdict(granted(2), CountKind::at_least, 3) == "not satisfied");
  CHECK(verdict(granted(3), CountKind::less_than, 3) == "not satisfied");
  CHECK(verdict(granted(3), CountKind::more_than, 3) == "not satisfied");
}

TEST_CASE("rules::number_granted: what the plan leaves open is left open, and still counted") {
  CHECK(verdict(granted(3), CountKind::not_stated) == "not stated");
  CHECK(verdict(granted(3), CountKind::delegated) == "delegated");
  Sample town = granted(3);
  town.quota(CountKind::not_stated);
  CHECK(town.audit().quotas[0].granted == 3);
}

TEST_CASE("rules::number_granted: counted by form, kind of recipient, block, round and year") {
  Sample town = granted(2);
  town.grant(kOfficeA);
  town.grant(kWardC, kCertificate);
  town.grant_to_person("Nguyễn Văn A", kWardA);
  town.decide(2023);
  town.grant(kWardD);
  town.decide(2024);  // a second decision of the same round counts with the first
  town.grant(kWardE);
  town.quota(CountKind::exact, 4);
  town.quota(CountKind::exact, 3).block = kWards;
  town.quota(CountKind::exact, 1).recipient = RecipientKind::individual;
  const auto quotas = town.audit().quotas;
  REQUIRE(quotas.size() == 6);  // two years
  CHECK(quotas[0].year == 2023);
  CHECK(quotas[0].granted == 1);
  CHECK(quotas[3].granted == 4);
  CHECK(quotas[4].granted == 3);
  CHECK(quotas[5].granted == 1);
}

TEST_CASE("rules::number_granted: only where a decision about the form in that round is published") {
  Sample town = granted(1);
  town.quota(CountKind::exact, 1).award_form = kCertificate;
  town.quota(CountKind::exact, 1).rounds = {kPhase};
  CHECK(town.audit().quotas.empty());
  town.campaign().results[0].award_forms.push_back(kCertificate);  // of which nobody received any
  CHECK(said(town.audit().quotas.at(0).finding) == "not satisfied");
}

TEST_CASE("rules::number_granted: the number in force on the day of the last decision") {
  Sample town = granted(2);
  Quota& quota = town.quota(CountKind::exact, 2);
  GivenNumber more = quota.count;
  more.value = 3;
  more.spelling = "3";
  quota.changes = {{day("2026-01-21"), more, clause(5)}};
  CHECK(said(town.audit().quotas[0].finding) == "satisfied");
  quota.changes[0].from = day("2026-01-20");
  CHECK(said(town.audit().quotas[0].finding) == "not satisfied");
  CHECK(town.audit().quotas[0].finding.clauses.size() == 2);
  town.grant(kWardC);
  CHECK(said(town.audit().quotas[0].finding) == "satisfied");
}

TEST_CASE("rules::number_granted: a document about the number of other years changes nothing") {
  Sample town = granted(2);
  Quota& quota = town.quota(CountKind::exact, 2);
  GivenNumber more = quota.count;
  more.value = 3;
  quota.changes = {{day("2026-01-20"), more, clause(5), {2023, 2025}}};
  CHECK(said(town.audit().quotas[0].finding) == "satisfied");
  CHECK(town.audit().quotas[0].finding.clauses.size() == 1);
  quota.changes[0].years = {2024};
  CHECK(said(town.audit().quotas[0].finding) == "not satisfied");
  town.campaign().results[0].year.reset();  // nobody knows
  CHECK(said(town.audit().quotas[0].finding) == "satisfied");
}

TEST_CASE("rules::number_granted: all who qualify: a qualified unit left out is named") {
  Sample town = granted(1);
  for (UnitIndex unit = kWardA; unit <= kOfficeB; ++unit) town.score(2024, unit, unit == kWardC ? "90" : "89");
  town.quota(CountKind::all_who_qualify);
  town.campaign().conditions = {ninety()};
  const auto quota = town.audit().quotas[0];
  CHECK(said(quota.finding) == "not satisfied");
  CHECK(quota.qualified_without == Units{kWardC});
  town.grant(kWardC);
  CHECK(said(town.audit().quotas[0].finding) == "satisfied");
}

TEST_CASE("rules::number_granted: all who qualify: an award to a team or a person of the unit is not the unit's") {
  Sample town = granted(0);
  for (UnitIndex unit = kWardA; unit <= kOfficeB; ++unit) town.score(2024, unit, unit == kWardC ? "90" : "89");
  town.quota(CountKind::all_who_qualify);
  town.campaign().conditions = {ninety()};
  town.grant(kWardC).name = "Tổ một cửa";
  town.grant_to_person("Nguyễn Văn A", kWardC);
  CHECK(town.audit().quotas[0].qualified_without == Units{kWardC});
}

TEST_CASE("rules::number_granted: all who qualify: only units of the audience and of the block are asked after") {
  Sample town = granted(0);
  for (UnitIndex unit = kWardA; unit <= kElsewhere; ++unit) town.score(2024, unit, "95");
  Quota& quota = town.quota(CountKind::all_who_qualify);
  town.campaign().conditions = {ninety()};
  quota.block = kOffices;
  CHECK(town.audit().quotas[0].qualified_without == Units{kOfficeA, kOfficeB});
  quota.block.reset();
  town.campaign().audiences[0].units.clear();  // whoever is of the locality
  CHECK(town.audit().quotas[0].qualified_without.size() == 7);
}

TEST_CASE("rules::number_granted: all who qualify: cannot be verified where a unit may qualify, or for people") {
  Sample town = granted(1);
  for (UnitIndex unit = kWardA; unit <= kOfficeA; ++unit) town.score(2024, unit, "89");
  town.quota(CountKind::all_who_qualify);
  town.campaign().conditions = {ninety()};
  CHECK(said(town.audit().quotas[0].finding) == "cannot be verified: candidates");
  town.score(2024, kOfficeB, "89");
  CHECK(said(town.audit().quotas[0].finding) == "satisfied");
  town.campaign().quotas[0].recipient = RecipientKind::individual;
  CHECK(said(town.audit().quotas[0].finding) == "cannot be verified: candidates");
}
