#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

/// Ward A is awarded with 89 where 90 is asked for, and the plan wants two awards.
Sample failing() {
  Sample town;
  town.score(2024, kWardA, "89");
  town.publish_scores(2024, "2025-01-10");
  town.decide(2024);
  town.grant(kWardA);
  town.campaign().conditions = {condition(threshold(CheckKind::index, Comparator::at_least, 90, "%"))};
  town.quota(CountKind::exact, 2);
  return town;
}

/// Somebody answers for what fails under clause I.<number>.
Acknowledgement accepting(std::size_t number) {
  return {"UBND", "Đã rà soát", day("2026-02-01"), clause(number), {"results.json", 9, 1}};
}

}  // namespace

TEST_CASE("rules::report: an award and a number that do not satisfy the plan") {
  CHECK(failing().reported() ==
        "number-not-satisfied commendation 1 I.2; award-not-satisfied ward-a index-threshold I.1; ");
}

TEST_CASE("rules::report: an acknowledgement is for its award, or for the numbers of its decision") {
  Sample town = failing();
  town.campaign().results[0].awards[0].acknowledgements = {accepting(1)};
  CHECK(town.reported() == "number-not-satisfied commendation 1 I.2; ");
  CHECK(town.audit().awards[0].verdict == rules::Verdict::not_satisfied);  // and is shown as such
  town.campaign().results[0].acknowledgements = {accepting(2)};
  CHECK(town.reported() == "");
}

TEST_CASE("rules::report: the acknowledgement of a decision about another form is for that form") {
  Sample town = failing();
  town.decide(2024).award_forms = {kCertificate};
  town.campaign().results[1].acknowledgements = {accepting(2)};
  CHECK(town.reported() ==
        "number-not-satisfied commendation 1 I.2; award-not-satisfied ward-a index-threshold I.1; "
        "acknowledgement-unused 2/QĐ I.2; ");
}

TEST_CASE("rules::report: an acknowledgement accepts the clauses that it names, and nothing that fails beside them") {
  Sample town = failing();
  town.campaign().quotas.clear();
  Condition more = condition(threshold(CheckKind::index, Comparator::more_than, 95, "%"));
  more.clauses = clause(4);
  town.campaign().conditions.push_back(more);
  Award& award = town.campaign().results[0].awards[0];
  award.acknowledgements = {accepting(1)};
  CHECK(town.reported() == "award-not-satisfied ward-a index-threshold I.4; ");
  award.acknowledgements.push_back(accepting(4));
  CHECK(town.reported() == "");
}

TEST_CASE("rules::report: what rests on several clauses is accepted where all are named") {
  Sample town = failing();
  town.campaign().quotas.clear();
  town.campaign().conditions[0].clauses.push_back({0, 5});
  Award& award = town.campaign().results[0].awards[0];
  award.acknowledgements = {accepting(5)};
  CHECK(town.reported() == "award-not-satisfied ward-a index-threshold I.1, I.5; ");
  award.acknowledgements[0].clauses.push_back({0, 1});
  CHECK(town.reported() == "");
}

TEST_CASE("rules::report: an acknowledgement of what does not fail is reported") {
  Sample town = failing();
  town.campaign().quotas.clear();
  Award& award = town.campaign().results[0].awards[0];
  award.acknowledgements = {accepting(1)};
  award.acknowledgements[0].clauses.push_back({0, 6});
  CHECK(town.reported() == "acknowledgement-unused ward-a I.6; ");
  award.acknowledgements = {accepting(1)};
  town.campaign().scores[0].scores[0].points = {"95", 95};
  CHECK(town.reported() == "acknowledgement-unused ward-a I.1; ");
}

TEST_CASE("rules::report: what cannot be verified is reported too, each rule once") {
  Sample town = failing();
  town.campaign().scores.clear();
  town.campaign().quotas.clear();
  town.campaign().conditions.push_back(town.campaign().conditions[0]);
  CHECK(town.reported() == "award-not-verified ward-a index-threshold, decision-after-data; ");
}

TEST_CASE("rules::report: rules whose names begin alike are both named") {
  Sample town = failing();
  town.campaign().quotas.clear();
  town.campaign().conditions = {condition(CheckKind::registration)};
  Condition late = town.campaign().conditions[0];
  late.check->milestone = 0;
  town.campaign().conditions.insert(town.campaign().conditions.begin(), late);
  town.milestone(MilestoneKind::registration, WhenKind::before, "2024-03-10");
  town.registration(kWardA, 2024, "2024-03-10").contents = {"Một cửa"};
  town.campaign().registrations[0].report_received = day("2024-12-20");
  CHECK(town.reported() == "award-not-satisfied ward-a registered-in-time, registered-targets I.3, I.1; ");
}

TEST_CASE("rules::report: slips of the plan itself are reported once each, at the campaign") {
  Sample town;
  town.campaign().rounds[0].years = {2021, 2031};
  CHECK(town.reported() == "document-differs dates-in-period I.8, I.9; ");
}
