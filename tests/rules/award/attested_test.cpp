#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Attestation attestation(std::optional<CheckKind> check, std::size_t number = 1) {
  Attestation out;
  out.clauses = clause(number);
  out.check = check;
  out.by = "Phòng Nội vụ";
  out.date = day("2025-12-01");
  return out;
}

std::string verdict(const Condition& condition, const std::vector<Attestation>& attestations) {
  Sample town;
  town.decide(2024);
  town.grant(kWardA).attestations = attestations;
  return said(town.finding(rules::attested, condition));
}

Condition plain() {
  Condition out;
  out.clauses = clause(1);
  return out;
}

}  // namespace

TEST_CASE("rules::attested: an attestation must be about the clause, and about the check") {
  CHECK(verdict(plain(), {}) == "cannot be verified: attestation");
  CHECK(verdict(plain(), {attestation(std::nullopt)}) == "satisfied");
  CHECK(verdict(plain(), {attestation(std::nullopt, 2)}) == "cannot be verified: attestation");
  CHECK(verdict(plain(), {attestation(CheckKind::not_under_discipline)}) == "cannot be verified: attestation");
  const Condition discipline = condition(CheckKind::not_under_discipline);
  CHECK(verdict(discipline, {attestation(CheckKind::not_under_discipline)}) == "satisfied");
  CHECK(verdict(discipline, {attestation(std::nullopt)}) == "cannot be verified: attestation");
}

TEST_CASE("rules::attested: a rating must be attested, and reach the one asked for, for so many years") {
  Condition well = condition(CheckKind::rating);
  well.check->rating = Rating::completed_well;
  Attestation given = attestation(CheckKind::rating);
  CHECK(verdict(well, {given}) == "cannot be verified: attested_value");
  given.rating = Rating::completed;
  CHECK(verdict(well, {given}) == "not satisfied");
  given.rating = Rating::completed_well;
  CHECK(verdict(well, {given}) == "satisfied");
  given.rating = Rating::completed_excellently;
  CHECK(verdict(well, {given}) == "satisfied");
  well.check->count = 2;
  CHECK(verdict(well, {given}) == "cannot be verified: attested_value");
  given.count = 1;
  CHECK(verdict(well, {given}) == "not satisfied");
  given.count = 2;
  CHECK(verdict(well, {given}) == "satisfied");
}

TEST_CASE("rules::attested: a share of tasks done on time is compared as the plan says") {
  const Condition all = condition(threshold(CheckKind::tasks_on_time, Comparator::exact, 100, "%"));
  Attestation given = attestation(CheckKind::tasks_on_time);
  CHECK(verdict(all, {given}) == "cannot be verified: attested_value");
  given.value = {"99.9", 99.9};
  CHECK(verdict(all, {given}) == "not satisfied");
  given.value = {"100", 100};
  CHECK(verdict(all, {given}) == "satisfied");
}

TEST_CASE("rules::attested: an initiative, so many of them, and by whom it is recognised") {
  Condition initiative = condition(CheckKind::initiative);
  Attestation given = attestation(CheckKind::initiative);
  CHECK(verdict(initiative, {given}) == "satisfied");
  initiative.check->count = 1;
  CHECK(verdict(initiative, {given}) == "cannot be verified: attested_value");
  given.count = 0;
  CHECK(verdict(initiative, {given}) == "not satisfied");
  given.count = 1;
  CHECK(verdict(initiative, {given}) == "satisfied");
  initiative.check->recognised_by = "UBND tỉnh";
  CHECK(verdict(initiative, {given}) == "satisfied");  // attested for the clause, which names who recognises
  given.recognised_by = "ubnd tỉnh";
  CHECK(verdict(initiative, {given}) == "satisfied");
  given.recognised_by = "đơn vị";
  CHECK(verdict(initiative, {given}) == "cannot be verified: attested_value");
}

TEST_CASE("rules::attested: one of several attestations is enough") {
  Condition well = condition(CheckKind::rating);
  well.check->rating = Rating::completed_well;
  Attestation low = attestation(CheckKind::rating), high = low;
  low.rating = Rating::completed;
  high.rating = Rating::completed_excellently;
  CHECK(verdict(well, {low, high}) == "satisfied");
  CHECK(verdict(well, {high, low}) == "satisfied");
  CHECK(verdict(well, {low, low}) == "not satisfied");
}

TEST_CASE("rules::attested: shows who confirmed and when, and what is asked for even where nobody did") {
  Condition well = condition(CheckKind::rating);
  well.check->rating = Rating::completed_well;
  Sample town;
  town.decide(2024);
  town.grant(kWardA);
  CHECK(shown(town.finding(rules::attested, well).required) == "completed_well");
  Attestation given = attestation(CheckKind::rating);
  given.rating = Rating::completed_well;
  town.campaign().results[0].awards[0].attestations = {given};
  CHECK(shown(town.finding(rules::attested, well).found) == "completed_well, Phòng Nội vụ, 2025-12-01");
}
