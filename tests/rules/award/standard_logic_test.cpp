#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

/// A condition that the award of ward A satisfies, fails, or that nobody can tell: it has 90 percent in 2024.
Condition good() { return condition(threshold(CheckKind::index, Comparator::at_least, 90, "%")); }
Condition bad() { return condition(threshold(CheckKind::index, Comparator::more_than, 90, "%")); }
Condition open() { return condition(CheckKind::initiative); }

Condition group(Logic logic, std::vector<Condition> conditions) {
  Condition out;
  out.logic = logic;
  out.conditions = std::move(conditions);
  out.clauses = clause(2);
  return out;
}

rules::Finding found(Logic logic, std::vector<Condition> conditions) {
  Sample town;
  town.score(2024, kWardA, "90");
  town.decide(2024);
  town.grant(kWardA);
  Standard standard;
  standard.is = Given::stated;
  standard.logic = logic;
  standard.conditions = std::move(conditions);
  standard.clauses = clause(1);
  town.campaign().standards = {standard};
  return town.findings(rules::standard_applies)[0];
}

std::string verdict(Logic logic, std::vector<Condition> conditions) {
  return said(found(logic, std::move(conditions)));
}

Condition of_offices(Condition condition) {
  condition.block = kOffices;
  return condition;
}

}  // namespace

TEST_CASE("rules::standard_logic: all") {
  CHECK(verdict(Logic::all, {good(), good()}) == "satisfied");
  CHECK(verdict(Logic::all, {good(), open()}) == "cannot be verified");
  CHECK(verdict(Logic::all, {good(), open(), bad()}) == "not satisfied");
}

TEST_CASE("rules::standard_logic: any") {
  CHECK(verdict(Logic::any, {bad(), open(), good()}) == "satisfied");
  CHECK(verdict(Logic::any, {bad(), open()}) == "cannot be verified");
  CHECK(verdict(Logic::any, {bad(), bad()}) == "not satisfied");
}

TEST_CASE("rules::standard_logic: where the plan does not say, only what both would give") {
  CHECK(verdict(Logic::not_stated, {good(), good()}) == "satisfied");
  CHECK(verdict(Logic::not_stated, {bad(), bad()}) == "not satisfied");
  CHECK(verdict(Logic::not_stated, {good(), bad()}) == "cannot be verified: logic");
  CHECK(verdict(Logic::not_stated, {good(), open()}) == "cannot be verified");
  CHECK(verdict(Logic::not_stated, {bad(), open()}) == "cannot be verified");
}

TEST_CASE("rules::standard_logic: one condition alone needs no logic") {
  CHECK(verdict(Logic::not_stated, {bad()}) == "not satisfied");
  CHECK(found(Logic::not_stated, {bad()}).logic == Logic::all);
}

TEST_CASE("rules::standard_logic: groups within groups") {
  CHECK(verdict(Logic::all, {good(), group(Logic::any, {bad(), good()})}) == "satisfied");
  CHECK(verdict(Logic::all, {good(), group(Logic::any, {bad(), group(Logic::all, {good(), bad()})})}) ==
        "not satisfied");
  CHECK(verdict(Logic::any, {group(Logic::all, {good(), open()}), bad()}) == "cannot be verified");
}

TEST_CASE("rules::standard_logic: what is for another block, round or kind of recipient is left out") {
  CHECK(verdict(Logic::all, {good(), of_offices(bad())}) == "satisfied");
  CHECK(found(Logic::all, {good(), of_offices(bad())}).parts.size() == 1);
  Condition of_phase = bad(), of_people = bad();
  of_phase.rounds = {kPhase};
  of_people.recipients = {RecipientKind::individual};
  CHECK(verdict(Logic::all, {good(), of_phase, of_people}) == "satisfied");
}

TEST_CASE("rules::standard_logic: a choice of which nothing is for this block is not met; nothing to meet is met") {
  CHECK(verdict(Logic::any, {of_offices(good()), of_offices(good())}) == "not satisfied");
  CHECK(verdict(Logic::all, {of_offices(bad())}) == "satisfied");
}

TEST_CASE("rules::standard_logic: what the plan delegates or does not state has nothing to meet") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  Standard standard;
  standard.is = Given::delegated;
  standard.conditions = {bad()};
  town.campaign().standards = {standard};
  CHECK(said(town.findings(rules::standard_applies)[0]) == "delegated");
}

TEST_CASE("rules::conditions: each kind of check is asked of its rule") {
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  std::vector<Condition> all;
  for (std::size_t kind = 0; kind < names_of<CheckKind>().size(); ++kind)
    all.push_back(condition(static_cast<CheckKind>(kind)));
  town.campaign().conditions = all;
  std::string names;
  const rules::CampaignAudit audit = town.audit();
  for (const rules::Finding& f : audit.awards[0].findings) names += std::string(name_of(f.rule)) + " ";
  CHECK(
      names.starts_with("standard index-threshold index-mean index-streak rank-in-block attested registered attested "
                        "one-award one-body not-both attested attested not-awarded audience-fits own-plan-issued "));
}
