#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

/// One award is published; later() makes a decision about another one, which is under embargo.
struct Fixture {
  Sample town;
  std::vector<Result> embargoed;

  Fixture() {
    town.score(2024, kWardA, "95");
    town.score(2024, kWardB, "80");
    town.decide(2024);
    town.grant(kWardA);
    town.campaign().conditions = {condition(threshold(CheckKind::index, Comparator::at_least, 90, "%"))};
  }

  Result& later(UnitIndex unit, const char* publish_at) {
    Result& result = town.decide(2024);
    result.id = "z" + std::to_string(embargoed.size());
    town.grant(unit);
    embargoed.push_back(town.campaign().results.back());
    town.campaign().results.pop_back();
    embargoed.back().visibility.publish_at = parse_moment(publish_at);
    return embargoed.back();
  }

  std::string reported() const {
    Diagnostics diagnostics;
    rules::audit_ahead(town.site, town.site.campaigns[0], embargoed, diagnostics);
    std::string out;
    for (const Diagnostic& d : diagnostics.sorted()) {
      out += std::string(describe(d.code).name);
      for (const std::string& arg : d.args) out += " " + arg;
      out += "; ";
    }
    return out;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture,
                  "rules::audit_ahead: nothing where nothing is under embargo, or all of it is as the plan asks") {
  CHECK(reported() == "");
  town.score(2024, kWardC, "90");
  later(kWardC, "2026-03-01");
  CHECK(reported() == "");
}

TEST_CASE_FIXTURE(Fixture,
                  "rules::audit_ahead: an award that will not satisfy the plan, and from when that is an error") {
  later(kWardB, "2026-03-01T08:00");
  CHECK(reported() == "award-will-not-satisfy ward-b index-threshold I.1 2026-03-01T08:00; ");
  embargoed[0].awards[0].acknowledgements = {{"UBND", "Đã rà soát", day("2026-02-01"), clause(1), {}}};
  CHECK(reported() == "");
}

TEST_CASE_FIXTURE(Fixture,
                  "rules::audit_ahead: a number that all results make together, once, from the first that breaks it") {
  for (const UnitIndex unit : {kWardC, kOfficeA}) town.score(2024, unit, "95");
  town.quota(CountKind::at_most, 1);
  later(kOfficeA, "2026-04-01");
  later(kWardC, "2026-03-01");
  CHECK(reported() ==
        "number-will-not-satisfy commendation 2 I.2 2026-03-01T00:00; "
        "number-will-not-satisfy commendation 3 I.2 2026-04-01T00:00; ");
}

TEST_CASE_FIXTURE(Fixture, "rules::audit_ahead: what is an error already is not announced") {
  town.campaign().scores[0].scores[0].points = {"80", 80};
  town.score(2024, kWardC, "95");
  later(kWardC, "2026-03-01");
  CHECK(town.reported() == "award-not-satisfied ward-a index-threshold I.1; ");
  CHECK(reported() == "");
}

TEST_CASE_FIXTURE(Fixture, "rules::audit_ahead: what will be gone by then does not count") {
  town.score(2024, kWardC, "95");
  town.quota(CountKind::at_most, 1);
  later(kWardC, "2026-03-01");
  CHECK(reported() == "number-will-not-satisfy commendation 2 I.2 2026-03-01T00:00; ");
  town.campaign().results[0].visibility.expire_at = parse_moment("2026-03-01");
  CHECK(reported() == "");
}
