#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Standard for_form(std::size_t form, Given is = Given::delegated) {
  Standard out;
  out.award_forms = {form};
  out.is = is;
  out.clauses = clause(1);
  return out;
}

}  // namespace

TEST_CASE("rules::standard_applies: every standard about the form, the round and the kind of recipient") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  auto& standards = town.campaign().standards;
  standards = {for_form(kCommendation), for_form(kCertificate), for_form(kCommendation), for_form(kCommendation)};
  standards[2].rounds = {kPhase};
  standards[3].recipients = {RecipientKind::individual};
  CHECK(said(town.findings(rules::standard_applies)) == "standard: delegated; ");
  standards[2].rounds = {kAnnual};
  standards[3].recipients.push_back(RecipientKind::collective);
  standards[3].is = Given::not_stated;
  CHECK(said(town.findings(rules::standard_applies)) ==
        "standard: delegated; standard: delegated; standard: not stated; ");
}

TEST_CASE("rules::standard_applies: where the plan has none for the form, the site says so") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  town.campaign().standards = {for_form(kCertificate)};
  CHECK(said(town.findings(rules::standard_applies)) == "standard: not stated; ");
}

TEST_CASE("rules::standard_applies: the standard relied on must be one for this award") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA).standard = 0;
  town.campaign().standards = {for_form(kCommendation), for_form(kCertificate)};
  CHECK(said(town.findings(rules::standard_applies)) == "standard: delegated; ");
  town.campaign().results[0].awards[0].standard = 1;
  CHECK(said(town.findings(rules::standard_applies)) == "standard: delegated; standard-applies: not satisfied; ");
}
