#include "rules/registration_state.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::model;
using rules::Bound;
using rules::registration_state;
using rules::RegistrationPart;

namespace {

constexpr UnitIndex kBlock = 0, kWard = 1, kOffice = 2;

Date day(const char* text) { return parse_date(text).value(); }

When by_date(WhenKind is, std::vector<DueDate> dates) {
  When when;
  when.is = is;
  when.dates = std::move(dates);
  return when;
}

/// A plan that wants registrations before 15 March of each year, from the wards alone.
struct Fixture {
  Site site;
  Campaign campaign;
  Registration registration;

  Fixture() {
    site.units.resize(3);
    site.units[kBlock].kind = UnitKind::block;
    site.units[kWard].block = kBlock;
    Milestone deadline;
    deadline.kind = MilestoneKind::registration;
    deadline.who = {kBlock};
    deadline.when = by_date(WhenKind::before, {{day("2022-03-15"), 2022}, {day("2023-03-15"), 2023}});
    deadline.clauses = {{0, 4}};
    campaign.milestones = {deadline};
    registration.unit = kWard;
    registration.year = 2022;
    registration.received = day("2022-03-14");
    registration.contents = {"đúng hẹn"};
    registration.targets = {"98%"};
  }

  /// Before 20 December of each year.
  void want_reports() {
    Milestone report = campaign.milestones[0];
    report.kind = MilestoneKind::report;
    report.when = by_date(WhenKind::before, {{day("2022-12-20"), 2022}, {day("2023-12-20"), 2023}});
    campaign.milestones.push_back(report);
  }
  void today(const char* moment) { site.now = parse_moment(moment).value(); }

  rules::RegistrationState state() const { return registration_state(site, campaign, registration); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: complete and in time") {
  CHECK(state().complete());
  CHECK_FALSE(state().late);
  REQUIRE(state().deadline);
  CHECK(state().deadline->bound == Bound::before);
  CHECK(state().deadline->date == day("2022-03-15"));
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: contents and targets are always needed") {
  registration.contents.clear();
  registration.targets.clear();
  CHECK(state().missing == std::vector{RegistrationPart::contents, RegistrationPart::targets});
}

TEST_CASE_FIXTURE(Fixture,
                  "rules::registration_state: the unit's own plan is needed only where a condition asks for it") {
  CHECK(state().complete());
  Condition inner;
  inner.check = Check{.kind = CheckKind::own_plan_issued};
  Condition group;
  group.conditions = {inner};
  campaign.standards.resize(1);
  campaign.standards[0].conditions = {group};
  CHECK(rules::wants_own_plan(campaign));
  CHECK(state().missing == std::vector{RegistrationPart::own_plan});
  registration.own_plan = OwnPlan{"5/KH-UBND", day("2022-02-01")};
  CHECK(state().complete());
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: before a day does not take in that day") {
  registration.received = day("2022-03-15");
  CHECK(state().late);
  CHECK(state().complete());
  campaign.milestones[0].when.is = WhenKind::by;
  CHECK_FALSE(state().late);
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: the deadline is that of the year") {
  registration.year = 2023;
  registration.received = day("2023-03-01");
  CHECK_FALSE(state().late);
  CHECK(state().deadline->date == day("2023-03-15"));
  registration.year = 2024;
  CHECK_FALSE(state().deadline);
  CHECK_FALSE(state().late);
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: a later document moves the deadline from its day on") {
  registration.received = day("2022-03-20");
  campaign.milestones[0].changes = {{day("2022-03-01"), by_date(WhenKind::by, {{day("2022-03-31"), 2022}}), {{1, 2}}}};
  CHECK_FALSE(state().late);
  CHECK(state().deadline->bound == Bound::by);
  CHECK(state().deadline->clauses.size() == 2);
  campaign.milestones[0].changes[0].from = day("2022-03-21");
  CHECK(state().late);
  CHECK(state().deadline->date == day("2022-03-15"));
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: a document that moves another year leaves this one") {
  registration.received = day("2022-03-20");
  campaign.milestones[0].changes = {{day("2022-03-01"), by_date(WhenKind::by, {{day("2023-03-31"), 2023}}), {{1, 2}}}};
  CHECK(state().late);
  CHECK(state().deadline->date == day("2022-03-15"));
  CHECK(state().deadline->clauses.size() == 1);
}

TEST_CASE_FIXTURE(Fixture,
                  "rules::registration_state: a deadline of other units, and other milestones, do not concern it") {
  registration.received = day("2022-12-01");
  registration.unit = kOffice;
  CHECK_FALSE(state().deadline);
  registration.unit = kWard;
  campaign.milestones[0].kind = MilestoneKind::report;
  CHECK_FALSE(state().deadline);
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: of several deadlines, one that is kept is enough") {
  Milestone second = campaign.milestones[0];
  second.who.clear();
  second.when = by_date(WhenKind::by, {{day("2022-06-30"), std::nullopt}});
  campaign.milestones.push_back(second);
  registration.received = day("2022-05-01");
  CHECK_FALSE(state().late);
  CHECK(state().deadline->date == day("2022-06-30"));
  registration.received = day("2022-07-01");
  CHECK(state().late);
  CHECK(state().deadline->date == day("2022-06-30"));
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: to be early is not to be late") {
  campaign.milestones[0].when = by_date(WhenKind::within, {{day("2022-03"), std::nullopt}});
  registration.received = day("2022-02-10");
  CHECK_FALSE(state().late);
  registration.received = day("2022-04-01");
  CHECK(state().late);
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: without a date of the plan nothing is late") {
  campaign.milestones[0].when = by_date(WhenKind::not_stated, {});
  registration.received = day("2025-01-01");
  CHECK_FALSE(state().deadline);
  CHECK_FALSE(state().late);
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: a report is missing from the day on that it is due") {
  want_reports();
  today("2022-12-19T23:59");
  CHECK(state().complete());
  REQUIRE(state().report_deadline);
  CHECK(state().report_deadline->date == day("2022-12-20"));
  today("2022-12-20");
  CHECK(state().missing == std::vector{RegistrationPart::report});
  CHECK_FALSE(state().report_late);
  campaign.milestones[1].when.is = WhenKind::by;
  CHECK(state().complete());
  today("2022-12-21");
  CHECK_FALSE(state().complete());
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: a report that came after its day is late, and missing no more") {
  want_reports();
  today("2023-06-01");
  registration.report_received = day("2022-12-19");
  CHECK_FALSE(state().report_late);
  registration.report_received = day("2022-12-20");
  CHECK(state().report_late);
  CHECK(state().complete());
  CHECK_FALSE(state().late);
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: a report for which the plan names no day is never missing") {
  today("2030-01-01");
  CHECK(state().complete());
  want_reports();
  registration.year = 2024;
  CHECK(state().complete());
  CHECK_FALSE(state().report_deadline);
  registration.year = 2022;
  campaign.milestones[1].when = {.is = WhenKind::at_event, .event = "cuối năm"};
  CHECK(state().complete());
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: a report's day may be moved before it comes") {
  want_reports();
  campaign.milestones[1].changes = {{day("2022-12-10"), by_date(WhenKind::by, {{day("2022-12-31"), 2022}}), {{1, 2}}}};
  today("2022-12-25");
  CHECK(state().complete());
  CHECK(state().report_deadline->date == day("2022-12-31"));
  today("2023-01-01");
  CHECK_FALSE(state().complete());
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: a report for some rounds is about the years that these award") {
  want_reports();
  campaign.rounds.resize(1);
  campaign.rounds[0].years = {2023};
  campaign.milestones[1].rounds = {0};
  campaign.milestones[1].when = by_date(WhenKind::by, {{day("2022-12-20"), std::nullopt}});
  today("2030-01-01");
  CHECK(state().complete());
  campaign.rounds[0].years = {2022};
  CHECK_FALSE(state().complete());
  campaign.rounds[0].years.clear();
  campaign.rounds[0].covers = Period{day("2020"), day("2022")};
  CHECK_FALSE(state().complete());
}

TEST_CASE_FIXTURE(Fixture, "rules::next_overdue: when a report that has not come falls due") {
  want_reports();
  campaign.registrations = {registration};
  today("2022-06-01");
  site.campaigns = {campaign};
  CHECK(rules::next_overdue(site) == parse_moment("2022-12-20"));
  site.campaigns[0].milestones[1].when.is = WhenKind::by;
  CHECK(rules::next_overdue(site) == parse_moment("2022-12-21"));
  today("2022-12-21");
  CHECK_FALSE(rules::next_overdue(site));
  today("2022-06-01");
  site.campaigns[0].registrations[0].report_received = day("2022-05-01");
  CHECK_FALSE(rules::next_overdue(site));
}

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: a deadline that was withdrawn makes nobody late") {
  registration.received = day("2022-03-20");
  CHECK(state().late);
  campaign.milestones[0].withdrawn = Withdrawal{day("2022-03-20"), {}, {}};
  CHECK_FALSE(state().late);
  CHECK_FALSE(state().deadline);
}
