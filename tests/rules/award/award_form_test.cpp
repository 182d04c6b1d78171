#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Sample awarded() {
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  return town;
}

Role by(std::initializer_list<UnitIndex> units) {
  Role out;
  out.is = Given::stated;
  out.units = units;
  return out;
}

}  // namespace

TEST_CASE("rules::award_form: where the plan does not say, or leaves it to others, so does the finding") {
  Sample town = awarded();
  town.campaign().award_forms[0].council.is = Given::delegated;
  CHECK(said(town.findings(rules::award_form)) ==
        "form-for-recipient: not stated; proposed-by: not stated; considered-by: delegated; granted-by: not stated; ");
}

TEST_CASE("rules::award_form: for the kinds of recipients that the plan names") {
  Sample town = awarded();
  auto& kinds = town.campaign().award_forms[0].recipients;
  kinds = {RecipientKind::individual};
  CHECK(said(town.findings(rules::award_form)[0]) == "not satisfied");
  kinds = {RecipientKind::individual, RecipientKind::collective};
  CHECK(said(town.findings(rules::award_form)[0]) == "satisfied");
}

TEST_CASE("rules::award_form: proposed, considered and granted by one of those named, or of their blocks") {
  Sample town = awarded();
  AwardForm& form = town.campaign().award_forms[0];
  form.proposer = by({kTown, kOffices});
  form.council = form.grantor = by({kTown});
  Award& award = town.campaign().results[0].awards[0];
  CHECK(said(town.findings(rules::award_form)) ==
        "form-for-recipient: not stated; proposed-by: cannot be verified: proposer; "
        "considered-by: cannot be verified: council; granted-by: satisfied; ");
  award.proposed_by = kOfficeA;
  award.considered_by = kProvince;
  town.campaign().results[0].granted_by = kProvince;
  CHECK(said(town.findings(rules::award_form)) ==
        "form-for-recipient: not stated; proposed-by: satisfied; considered-by: not satisfied; "
        "granted-by: not satisfied; ");
  award.proposed_by = kWardA;
  CHECK(said(town.findings(rules::award_form)[1]) == "not satisfied");
  town.campaign().results[0].granted_by.reset();
  CHECK(said(town.findings(rules::award_form)[3]) == "cannot be verified: grantor");
}
