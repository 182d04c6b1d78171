#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

rules::Finding fits(Sample& town) {
  const rules::Records records(town.campaign());
  const Result& result = town.campaign().results[0];
  return rules::audience_fits({town.site, town.campaign(), records, result, result.awards[0]}, {});
}

Sample awarded(UnitIndex unit) {
  Sample town;
  town.decide(2024);
  town.grant(unit);
  return town;
}

}  // namespace

TEST_CASE("rules::audience_fits: a unit of the audience's blocks, and no other") {
  Sample ward = awarded(kWardA), authority = awarded(kTown), elsewhere = awarded(kElsewhere);
  CHECK(said(fits(ward)) == "satisfied");
  CHECK(said(fits(authority)) == "not satisfied");
  CHECK(said(fits(elsewhere)) == "not satisfied");
}

TEST_CASE("rules::audience_fits: a block within a block counts as well") {
  Sample town = awarded(kWardA);
  town.campaign().audiences[0].units = {kOffices};
  CHECK(said(fits(town)) == "not satisfied");
  town.site.units[kWards].block = kOffices;
  CHECK(said(fits(town)) == "satisfied");
}

TEST_CASE("rules::audience_fits: an audience is for its kinds of recipients") {
  Sample town = awarded(kWardA);
  town.campaign().audiences[0].recipients = {RecipientKind::individual};
  CHECK(said(fits(town)) == "not satisfied");
  town.campaign().results[0].awards[0].recipient = RecipientKind::individual;
  CHECK(said(fits(town)) == "satisfied");
}

TEST_CASE("rules::audience_fits: an audience that names no units holds whoever is of the locality") {
  Sample town = awarded(kTown), elsewhere = awarded(kElsewhere);
  town.campaign().audiences[0].units.clear();
  elsewhere.campaign().audiences[0].units.clear();
  CHECK(said(fits(town)) == "satisfied");
  CHECK(said(fits(elsewhere)) == "not satisfied");
}

TEST_CASE("rules::audience_fits: where the numbers are given by block, the recipient is of one of those") {
  Sample town = awarded(kOfficeA);
  town.quota(CountKind::exact, 2).block = kWards;
  const rules::Finding finding = fits(town);
  CHECK(said(finding) == "not satisfied");
  CHECK(shown(finding.required) == "wards");
  CHECK(finding.clauses.front().clause == clause(2).front().clause);  // the number's, not the audience's
}

TEST_CASE("rules::audience_fits: a total leaves room for every block, unless it is shared out") {
  Sample town = awarded(kOfficeA);
  town.quota(CountKind::exact, 3);
  town.quota(CountKind::exact, 2).block = kWards;
  CHECK(said(fits(town)) == "satisfied");
  town.campaign().quotas[1].part_of = true;
  CHECK(said(fits(town)) == "not satisfied");
  town.quota(CountKind::exact, 1).block = kOffices;
  CHECK(said(fits(town)) == "satisfied");
}

TEST_CASE("rules::audience_fits: a number of another form, kind or round says nothing about the block") {
  Sample town = awarded(kOfficeA);
  town.quota(CountKind::exact, 2).block = kWards;
  Quota& quota = town.campaign().quotas[0];
  quota.award_form = kCertificate;
  CHECK(said(fits(town)) == "satisfied");
  quota.award_form = kCommendation;
  quota.recipient = RecipientKind::individual;
  CHECK(said(fits(town)) == "satisfied");
  quota.recipient = RecipientKind::collective;
  quota.rounds = {kPhase};
  CHECK(said(fits(town)) == "satisfied");
}
