#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Condition registered() {
  Check check;
  check.kind = CheckKind::registration;
  check.milestone = 0;
  return condition(check);
}

Sample town_with(WhenKind when, std::string_view date) {
  Sample town;
  town.milestone(MilestoneKind::registration, when, date);
  town.decide(2024);
  town.grant(kWardA);
  return town;
}

Registration& complete(Sample& town, std::string_view received) {
  Registration& out = town.registration(kWardA, 2024, received);
  out.contents = {"Một cửa"};
  out.targets = {"90%"};
  out.report_received = day("2024-12-20");
  return out;
}

std::string in_time(WhenKind when, std::string_view date, std::string_view received) {
  Sample town = town_with(when, date);
  complete(town, received);
  return said(town.finding(rules::registered_in_time, registered()));
}

}  // namespace

TEST_CASE("rules::registered_in_time: before is strict, by takes the day itself, within takes the span") {
  CHECK(in_time(WhenKind::before, "2024-03-10", "2024-03-09") == "satisfied");
  CHECK(in_time(WhenKind::before, "2024-03-10", "2024-03-10") == "not satisfied");
  CHECK(in_time(WhenKind::by, "2024-03-10", "2024-03-10") == "satisfied");
  CHECK(in_time(WhenKind::by, "2024-03-10", "2024-03-11") == "not satisfied");
  CHECK(in_time(WhenKind::within, "2024-03", "2024-03-01") == "satisfied");
  CHECK(in_time(WhenKind::within, "2024-03", "2024-03-31") == "satisfied");
  CHECK(in_time(WhenKind::within, "2024-03", "2024-02-29") == "not satisfied");
  CHECK(in_time(WhenKind::within, "2024-Q1", "2024-04-01") == "not satisfied");
}

TEST_CASE("rules::registered_in_time: a yearly date is that of the year awarded") {
  Sample town = town_with(WhenKind::before, "");
  town.campaign().milestones[0].when.dates = {{day("2023-03-10"), 2023}, {day("2024-03-10"), 2024}};
  complete(town, "2024-03-09");
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "satisfied");
  town.campaign().results[0].year = 2023;
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "cannot be verified: registration 2023");
  town.campaign().registrations[0].year.reset();
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "not satisfied");
}

TEST_CASE("rules::registered_in_time: the date that a later document sets holds from its day on") {
  Sample town = town_with(WhenKind::before, "2024-03-10");
  When later;
  later.is = WhenKind::by;
  later.dates = {{day("2024-03-31"), std::nullopt}};
  town.campaign().milestones[0].changes = {{day("2024-03-15"), later, clause(5)}};
  complete(town, "2024-03-20");
  const rules::Finding finding = town.finding(rules::registered_in_time, registered());
  CHECK(said(finding) == "satisfied");
  CHECK(finding.parts[0].clauses.size() == 2);  // the plan's and the later document's
  town.campaign().registrations[0].received = day("2024-03-12");
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "not satisfied");
  town.campaign().registrations[0].received = day("2024-04-01");
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "not satisfied");
}

TEST_CASE("rules::registered_in_time: wants contents, targets and the report at the end of the year") {
  Sample town = town_with(WhenKind::before, "2024-03-10");
  complete(town, "2024-03-01");
  Registration& r = town.campaign().registrations[0];
  const Registration whole = r;
  r.contents.clear();
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "not satisfied");
  r = whole;
  r.targets.clear();
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "not satisfied");
  r = whole;
  r.report_received.reset();
  const rules::Finding unknown = town.finding(rules::registered_in_time, registered());
  CHECK(said(unknown) == "cannot be verified");
  CHECK(said(unknown.parts) ==
        "registered-in-time: satisfied; registered-contents: satisfied; registered-targets: satisfied; "
        "reported: cannot be verified: report; ");
  r.report_received = day("2026-02-01");
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "not satisfied");  // after the decision
}

TEST_CASE("rules::registered_in_time: who is not among the published registrations has not registered") {
  Sample town = town_with(WhenKind::before, "2024-03-10");
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "cannot be verified: registration 2024");
  town.registration(kWardB, 2023, "2023-03-01");
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "cannot be verified: registration 2024");
  town.registration(kWardB, 2024, "2024-03-01");
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "not satisfied");
}

TEST_CASE("rules::registered_in_time: without a milestone of the plan, that it registered is enough") {
  Sample town = town_with(WhenKind::before, "2024-03-10");
  town.registration(kWardA, std::nullopt, "2024-05-01");
  CHECK(said(town.finding(rules::registered_in_time, condition(CheckKind::registration))) == "satisfied");
}

TEST_CASE("rules::registered_in_time: where the plan gives no date, the date is left open, and an event is unknown") {
  for (const auto& [kind, words] : {std::pair{WhenKind::not_stated, "not stated"},
                                    {WhenKind::delegated, "delegated"},
                                    {WhenKind::at_event, "cannot be verified: event"}}) {
    Sample town = town_with(kind, "");
    complete(town, "2024-05-01");
    CHECK(said(town.finding(rules::registered_in_time, registered()).parts[0]) == words);
  }
}

TEST_CASE("rules::registered_in_time: the report is due by the day that the plan names for that year") {
  Sample town = town_with(WhenKind::before, "2024-03-10");
  Milestone& report = town.milestone(MilestoneKind::report, WhenKind::before, "");
  report.when.dates = {{day("2023-11-20"), 2023}, {day("2024-12-20"), 2024}};
  complete(town, "2024-03-01").report_received = day("2024-12-19");
  const auto part = [&] { return town.finding(rules::registered_in_time, registered()).parts.at(3); };
  CHECK(said(part()) == "satisfied");
  CHECK(shown(part().required) == "2024-12-20");
  CHECK(part().clauses.size() == 2);  // of the condition and of the milestone
  town.campaign().registrations[0].report_received = day("2024-12-20");
  CHECK(said(part()) == "not satisfied");
  town.campaign().milestones[1].when.is = WhenKind::by;
  CHECK(said(part()) == "satisfied");
}

TEST_CASE("rules::registered_in_time: the report's day as in force when it was received, for the units it concerns") {
  Sample town = town_with(WhenKind::before, "2024-03-10");
  Milestone& report = town.milestone(MilestoneKind::report, WhenKind::by, "2024-12-20");
  When later = report.when;
  later.dates = {{day("2024-12-31"), std::nullopt}};
  report.changes = {{day("2024-12-22"), later, clause(5)}};
  complete(town, "2024-03-01").report_received = day("2024-12-22");
  const auto part = [&] { return town.finding(rules::registered_in_time, registered()).parts.at(3); };
  CHECK(said(part()) == "satisfied");
  town.campaign().milestones[1].changes[0].from = day("2024-12-23");
  CHECK(said(part()) == "not satisfied");
  town.campaign().milestones[1].who = {kOffices};
  CHECK(said(part()) == "satisfied");
  town.campaign().milestones[1].who = {kWards};
  CHECK(said(part()) == "not satisfied");
  town.campaign().milestones[1].when = {.is = WhenKind::at_event, .event = "cuối năm"};
  CHECK(said(part()) == "satisfied");
}

TEST_CASE("rules::registered_in_time: a deadline that was withdrawn asks nothing from that day on") {
  Sample town = town_with(WhenKind::before, "2024-03-10");
  complete(town, "2024-03-20");
  town.campaign().milestones[0].withdrawn = Withdrawal{day("2024-03-21"), {}, {}};
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "not satisfied");
  town.campaign().milestones[0].withdrawn->on = day("2024-03-20");
  CHECK(said(town.finding(rules::registered_in_time, registered())) == "satisfied");
}
