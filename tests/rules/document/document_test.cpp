#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

std::string of_document(Sample& town) { return said(town.audit().document); }

}  // namespace

TEST_CASE("rules::shares_add_up: the shares of a total make the total") {
  Sample town;
  town.quota(CountKind::exact, 3);
  CHECK(of_document(town) == "");  // nothing is shared out
  for (const UnitIndex block : {kOffices, kWards}) {
    Quota& share = town.quota(CountKind::exact, block == kOffices ? 1 : 2);
    share.block = block;
    share.part_of = true;
  }
  CHECK(of_document(town) == "shares-add-up: satisfied; ");
  town.campaign().quotas[1].count.value = 2;
  CHECK(of_document(town) == "shares-add-up: not satisfied; ");
  CHECK(shown(town.audit().document[0].found) == "4");
  town.campaign().quotas[1].part_of = false;
  CHECK(of_document(town) == "shares-add-up: not satisfied; ");  // two of three are shared out
}

TEST_CASE("rules::percentages_in_range: of targets and of standards, between 0 and 100") {
  Sample town;
  Target target;
  target.unit = "%";
  target.value = "100.1";
  target.number = 100.1;
  Criterion criterion;
  criterion.targets = {target};
  town.campaign().criteria = {criterion};
  CHECK(of_document(town) == "percentage-in-range: not satisfied; ");
  town.campaign().criteria[0].targets[0].number = 100;
  CHECK(of_document(town) == "");
  town.campaign().criteria[0].targets[0].unit = "hồ sơ";
  town.campaign().criteria[0].targets[0].number = 500;
  CHECK(of_document(town) == "");
  Condition group;
  group.conditions = {condition(threshold(CheckKind::index, Comparator::at_least, 900, "% số điểm tối đa"))};
  town.campaign().conditions = {group};
  CHECK(of_document(town) == "percentage-in-range: not satisfied; ");
  town.campaign().conditions[0].conditions[0].check->unit = "điểm";
  CHECK(of_document(town) == "");
}

TEST_CASE("rules::dates_in_period: rounds within the period, deadlines also in the year after") {
  Sample town;
  town.milestone(MilestoneKind::dossier, WhenKind::before, "2026-12-31");
  CHECK(of_document(town) == "");
  town.campaign().milestones[0].when.dates[0].date = day("2027-01-01");
  CHECK(of_document(town) == "dates-in-period: not satisfied; ");
  town.campaign().milestones[0].when.dates[0].date = day("2020-12");
  CHECK(of_document(town) == "dates-in-period: not satisfied; ");
  town.campaign().milestones.clear();
  town.campaign().rounds[0].years.push_back(2026);
  CHECK(of_document(town) == "dates-in-period: not satisfied; ");
  town.campaign().rounds[0].years.pop_back();
  town.campaign().rounds[1].covers->from = day("2020");
  CHECK(of_document(town) == "dates-in-period: not satisfied; ");
}

TEST_CASE("rules::dates_in_period: a period of months is kept to the month") {
  Sample town;
  town.campaign().period.range = {day("2025-07"), day("2025-12")};
  town.campaign().rounds.clear();
  town.milestone(MilestoneKind::launch, WhenKind::on, "2025-06-30");
  CHECK(of_document(town) == "dates-in-period: not satisfied; ");
  town.campaign().milestones[0].when.dates[0].date = day("2025");  // the year overlaps
  CHECK(of_document(town) == "");
}

TEST_CASE("rules::dates_in_period: a round takes place at the end of what it covers, or in the year after") {
  Sample town;
  Round& phase = town.campaign().rounds[1];
  phase.covers->to = day("2023");
  for (const auto& [year, words] : {std::pair{2022, "dates-in-period: not satisfied; "},
                                    {2023, ""},
                                    {2024, ""},
                                    {2025, "dates-in-period: not satisfied; "}}) {
    phase.years = {year};
    CHECK(of_document(town) == words);
  }
}

TEST_CASE("rules::dates_in_period: the end of the campaign is that of the period, not of the year after") {
  Sample town;
  Milestone& end = town.milestone(MilestoneKind::end, WhenKind::from_to, "");
  end.when.to = day("2025");
  CHECK(of_document(town) == "");
  town.campaign().milestones[0].when.to = day("2026");
  CHECK(of_document(town) == "dates-in-period: not satisfied; ");
}

TEST_CASE("rules::dates_in_period: what is awarded for a year was launched by the end of that year") {
  Sample town;
  town.milestone(MilestoneKind::launch, WhenKind::within, "2022");
  for (const auto& [first, words] : {std::pair{2022, ""}, {2021, "dates-in-period: not satisfied; "}}) {
    town.campaign().rounds[0].years = {2023, first};
    CHECK(of_document(town) == words);
  }
  town.campaign().milestones[0].when.dates[0].date = day("2021-12-31");
  CHECK(of_document(town) == "");
}

TEST_CASE("rules::dates_in_period: the dates of later documents too") {
  Sample town;
  Milestone& milestone = town.milestone(MilestoneKind::dossier, WhenKind::before, "2025-03-15");
  When later = milestone.when;
  later.dates[0].date = day("2035-03-15");
  milestone.changes = {{day("2025-03-01"), later, clause(5)}};
  CHECK(of_document(town) == "dates-in-period: not satisfied; ");
}

TEST_CASE("rules::phase_years: a mean of so many years, in a round that covers as many") {
  Sample town;
  Condition mean = condition(threshold(CheckKind::index_mean, Comparator::at_least, 90, "%"));
  mean.rounds = {kPhase};
  mean.check->count = 5;
  town.campaign().conditions = {mean};
  CHECK(of_document(town) == "");
  town.campaign().conditions[0].check->count = 4;
  CHECK(of_document(town) == "phase-years: not satisfied; ");
  town.campaign().conditions[0].rounds = {kAnnual};  // covers no phase
  CHECK(of_document(town) == "");
}
