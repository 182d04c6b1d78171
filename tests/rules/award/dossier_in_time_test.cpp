#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Sample received(std::string_view date) {
  Sample town;
  town.decide(2024, "2025-06-01");
  Award& award = town.grant(kWardA);
  if (!date.empty()) award.dossier = ReceivedDossier{day(date), {}, std::nullopt};
  return town;
}

std::string verdict(WhenKind when, std::string_view due, std::string_view date) {
  Sample town = received(date);
  town.milestone(MilestoneKind::dossier, when, due);
  return said(town.findings(rules::dossier_in_time));
}

}  // namespace

TEST_CASE("rules::dossier_in_time: before is strict, by is not, within and on take what they name") {
  CHECK(verdict(WhenKind::before, "2025-03-15", "2025-03-14") == "dossier-in-time: satisfied; ");
  CHECK(verdict(WhenKind::before, "2025-03-15", "2025-03-15") == "dossier-in-time: not satisfied; ");
  CHECK(verdict(WhenKind::before, "2025-03", "2025-03-01") == "dossier-in-time: not satisfied; ");
  CHECK(verdict(WhenKind::by, "2025-03-15", "2025-03-15") == "dossier-in-time: satisfied; ");
  CHECK(verdict(WhenKind::by, "2025-03", "2025-03-31") == "dossier-in-time: satisfied; ");
  CHECK(verdict(WhenKind::by, "2025-03", "2025-04-01") == "dossier-in-time: not satisfied; ");
  CHECK(verdict(WhenKind::within, "2025-01", "2025-01-31") == "dossier-in-time: satisfied; ");
  CHECK(verdict(WhenKind::within, "2025-01", "2025-02-01") == "dossier-in-time: not satisfied; ");
  CHECK(verdict(WhenKind::on, "2025-01-05", "2025-01-04") == "dossier-in-time: not satisfied; ");
}

TEST_CASE("rules::dossier_in_time: a span may have one end or two") {
  Sample town = received("2025-02-10");
  Milestone& milestone = town.milestone(MilestoneKind::dossier, WhenKind::from_to, "");
  milestone.when.from = day("2025-02-01");
  CHECK(said(town.findings(rules::dossier_in_time)[0]) == "satisfied");
  milestone.when.from = day("2025-02-11");
  CHECK(said(town.findings(rules::dossier_in_time)[0]) == "not satisfied");
  milestone.when.from.reset();
  milestone.when.to = day("2025-02-10");
  CHECK(said(town.findings(rules::dossier_in_time)[0]) == "satisfied");
  milestone.when.to = day("2025-02-09");
  CHECK(said(town.findings(rules::dossier_in_time)[0]) == "not satisfied");
}

TEST_CASE("rules::dossier_in_time: a yearly date is that of the year awarded, and a year without one is left open") {
  Sample town = received("2025-03-14");
  Milestone& milestone = town.milestone(MilestoneKind::dossier, WhenKind::before, "");
  milestone.when.dates = {{day("2024-03-15"), 2023}, {day("2025-03-15"), 2024}};
  CHECK(said(town.findings(rules::dossier_in_time)[0]) == "satisfied");
  town.campaign().results[0].year = 2023;
  CHECK(said(town.findings(rules::dossier_in_time)[0]) == "not satisfied");
  town.campaign().results[0].year = 2022;
  CHECK(said(town.findings(rules::dossier_in_time)[0]) == "not stated");
}

TEST_CASE("rules::dossier_in_time: the date in force on the day of receipt, with the later document's clause") {
  Sample town = received("2025-03-20");
  Milestone& milestone = town.milestone(MilestoneKind::dossier, WhenKind::before, "2025-03-15");
  CHECK(said(town.findings(rules::dossier_in_time)[0]) == "not satisfied");
  When later = milestone.when;
  later.dates = {{day("2025-03-31"), std::nullopt}};
  milestone.changes = {{day("2025-03-18"), later, clause(5)}};
  const rules::Finding changed = town.findings(rules::dossier_in_time)[0];
  CHECK(said(changed) == "satisfied");
  CHECK(shown(changed.required) == "2025-03-31");
  CHECK(changed.clauses.size() == 2);
  milestone.changes[0].from = day("2025-03-21");
  CHECK(said(town.findings(rules::dossier_in_time)[0]) == "not satisfied");
}

TEST_CASE("rules::dossier_in_time: a document that moves one year leaves the other years where they were") {
  Sample town = received("2024-05-01");
  town.campaign().results[0].year = 2023;
  Milestone& milestone = town.milestone(MilestoneKind::dossier, WhenKind::before, "");
  milestone.when.dates = {{day("2024-03-15"), 2023}, {day("2025-03-15"), 2024}};
  When later = milestone.when;
  later.dates = {{day("2025-03-31"), 2024}};
  milestone.changes = {{day("2024-02-01"), later, clause(5)}};
  const rules::Finding of_2023 = town.findings(rules::dossier_in_time)[0];
  CHECK(said(of_2023) == "not satisfied");
  CHECK(shown(of_2023.required) == "2024-03-15");
  CHECK(of_2023.clauses.size() == 1);
  town.campaign().results[0].year = 2024;
  CHECK(shown(town.findings(rules::dossier_in_time)[0].required) == "2025-03-31");
}

TEST_CASE("rules::dossier_in_time: of several documents, the newest that is about the year counts") {
  Sample town = received("2024-04-10");
  town.campaign().results[0].year = 2023;
  Milestone& milestone = town.milestone(MilestoneKind::dossier, WhenKind::before, "");
  milestone.when.dates = {{day("2024-03-15"), 2023}};
  When first = milestone.when, second = milestone.when, third = milestone.when;
  first.dates = {{day("2024-04-15"), 2023}};
  second.dates = {{day("2025-04-30"), 2024}};
  third = {};  // gives no date for any year
  milestone.changes = {{day("2024-01-01"), first, clause(5)}, {day("2024-02-01"), second, clause(6)}};
  CHECK(said(town.findings(rules::dossier_in_time)[0]) == "satisfied");
  CHECK(shown(town.findings(rules::dossier_in_time)[0].required) == "2024-04-15");
  milestone.changes.push_back({day("2024-03-01"), third, clause(7)});
  CHECK(said(town.findings(rules::dossier_in_time)[0]) == "not stated");
}

TEST_CASE(
    "rules::dossier_in_time: cannot be verified without the day of receipt, where there is something to keep to") {
  CHECK(verdict(WhenKind::before, "2025-03-15", "") == "dossier-in-time: cannot be verified: dossier; ");
  CHECK(verdict(WhenKind::at_event, "", "") == "dossier-in-time: cannot be verified: dossier; ");
  CHECK(verdict(WhenKind::at_event, "", "2025-03-01") == "dossier-in-time: cannot be verified: event; ");
  for (const char* date : {"", "2025-03-01"}) {
    CHECK(verdict(WhenKind::not_stated, "", date) == "dossier-in-time: not stated; ");
    CHECK(verdict(WhenKind::delegated, "", date) == "dossier-in-time: delegated; ");
  }
}

TEST_CASE("rules::dossier_in_time: not before the scores are published, where the plan says after") {
  Sample town = received("2025-01-20");
  town.milestone(MilestoneKind::dossier, WhenKind::within, "2025-01").after_event = Event::scores_published;
  const auto after = [&] { return said(town.findings(rules::dossier_in_time).at(1)); };
  CHECK(after() == "cannot be verified: event");
  town.score(2024, kWardA, "90");
  CHECK(after() == "cannot be verified: event");
  town.publish_scores(2024, "2025-01-20");
  CHECK(after() == "satisfied");
  town.publish_scores(2024, "2025-01-21");
  CHECK(after() == "not satisfied");
  town.campaign().results[0].awards[0].dossier.reset();
  CHECK(after() == "cannot be verified: dossier");
}

TEST_CASE("rules::dossier_in_time: deadlines of other rounds and of other kinds say nothing") {
  Sample town = received("2025-12-31");
  town.milestone(MilestoneKind::dossier, WhenKind::before, "2025-03-15").rounds = {kPhase};
  town.milestone(MilestoneKind::report, WhenKind::before, "2025-03-15");
  town.milestone(MilestoneKind::award, WhenKind::at_event, "");
  CHECK(said(town.findings(rules::dossier_in_time)) == "");
  town.milestone(MilestoneKind::award, WhenKind::within, "2025-Q2");
  CHECK(said(town.findings(rules::dossier_in_time)) == "dossier-in-time: not satisfied; ");
}

TEST_CASE("rules::dossier_in_time: a deadline that was withdrawn asks nothing from that day on") {
  Sample town = received("2025-03-20");
  Milestone& milestone = town.milestone(MilestoneKind::dossier, WhenKind::before, "2025-03-15");
  milestone.withdrawn = Withdrawal{day("2025-03-21"), {}, {}};
  CHECK(said(town.findings(rules::dossier_in_time)) == "dossier-in-time: not satisfied; ");
  milestone.withdrawn->on = day("2025-03-20");
  CHECK(said(town.findings(rules::dossier_in_time)).empty());
}
