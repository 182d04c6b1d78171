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

TEST_CASE_FIXTURE(Fixture, "rules::registration_state: a deadline that was withdrawn makes nobody late") {
  registration.received = day("2022-03-20");
  CHECK(state().late);
  campaign.milestones[0].withdrawn = Withdrawal{day("2022-03-20"), {}, {}};
  CHECK_FALSE(state().late);
  CHECK_FALSE(state().deadline);
}
