#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Sample decided(std::string_view date) {
  Sample town;
  town.decide(2024, date);
  town.grant(kWardA);
  return town;
}

std::string verdict(Sample& town) { return said(town.findings(rules::decision_after_data)[0]); }

}  // namespace

TEST_CASE("rules::decision_after_data: cannot be verified where nothing that it rests on is dated") {
  Sample town = decided("2025-01-20");
  town.score(2024, kWardA, "90");
  CHECK(verdict(town) == "cannot be verified: dossier");
}

TEST_CASE("rules::decision_after_data: not before the scores, the dossier and the attestations") {
  Sample town = decided("2025-01-20");
  town.score(2024, kWardA, "90");
  town.publish_scores(2024, "2025-01-20");
  CHECK(verdict(town) == "satisfied");
  town.publish_scores(2024, "2025-01-21");
  CHECK(verdict(town) == "not satisfied");
  town.publish_scores(2024, "2025-01-10");
  Award& award = town.campaign().results[0].awards[0];
  award.dossier = ReceivedDossier{day("2025-01-21"), {}, std::nullopt};
  CHECK(verdict(town) == "not satisfied");
  award.dossier->received = day("2025-01-15");
  CHECK(verdict(town) == "satisfied");
  award.attestations.resize(1);
  award.attestations[0].date = day("2025-01-21");
  CHECK(verdict(town) == "not satisfied");
}

TEST_CASE("rules::decision_after_data: a phase rests on the scores of all its years") {
  Sample town = decided("2025-06-30");
  town.campaign().results[0].round = kPhase;
  town.campaign().results[0].year = 2025;
  town.score(2021, kWardA, "90");
  town.publish_scores(2021, "2025-07-01");
  CHECK(verdict(town) == "not satisfied");
}

TEST_CASE("rules::decision_after_data: not before the review of the round has begun") {
  Sample town = decided("2024-12-31");
  Milestone& review = town.milestone(MilestoneKind::interim_review, WhenKind::within, "2025");
  CHECK(verdict(town) == "cannot be verified: dossier");  // a review of no round in particular
  review.rounds = {kAnnual};
  CHECK(verdict(town) == "not satisfied");
  town.campaign().results[0].decision.date = day("2025-01-01");
  CHECK(verdict(town) == "satisfied");
}

TEST_CASE("rules::decision_after_data: a review with a last day may be early") {
  for (const WhenKind when : {WhenKind::before, WhenKind::by}) {
    Sample town = decided("2025-06-20");
    town.milestone(MilestoneKind::final_review, when, "2025-06-30").rounds = {kAnnual};
    CHECK(verdict(town) == "cannot be verified: dossier");
  }
}
