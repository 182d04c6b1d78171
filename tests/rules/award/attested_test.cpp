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

TEST_CASE("rules::attested: where the plan names who confirms, it is accepted from them alone") {
  Condition by_office = plain();
  by_office.attested_by = {kOfficeA};
  Attestation given = attestation(std::nullopt);
  CHECK(verdict(by_office, {given}) == "not satisfied");
  given.by = "OFFICE-A";  // by its name, however it is written
  CHECK(verdict(by_office, {given}) == "satisfied");
  given.by_unit = kOfficeB;
  CHECK(verdict(by_office, {given}) == "not satisfied");
  by_office.attested_by = {kProvince, kOfficeB};
  CHECK(verdict(by_office, {given}) == "satisfied");
  by_office.attested_by = {kOffices};  // a block stands for its units
  CHECK(verdict(by_office, {given}) == "satisfied");
  CHECK(verdict(by_office, {}) == "cannot be verified: attestation");
}

TEST_CASE("rules::attested: who attested, and who should have") {
  Condition by_office = plain();
  by_office.attested_by = {kOfficeA};
  Sample town;
  town.decide(2024);
  town.grant(kWardA).attestations = {attestation(std::nullopt)};
  const rules::Finding finding = town.finding(rules::attested, by_office);
  CHECK(finding.rule == rules::RuleId::attested_by);
  CHECK(shown(finding.required) == "office-a");
  CHECK(shown(finding.found) == "Phòng Nội vụ, 2025-12-01");
}

TEST_CASE("rules::attested: nobody attests for himself") {
  Attestation given = attestation(std::nullopt);
  given.by = "Ward-A";
  CHECK(verdict(plain(), {given}) == "not satisfied");
  given.by_unit = kWardA;
  CHECK(verdict(plain(), {given}) == "not satisfied");
  given.by_unit = kWardB;
  CHECK(verdict(plain(), {given}) == "satisfied");

  const auto of_person = [](const std::string& by) {
    Sample town;
    town.decide(2024);
    town.grant_to_person("Nguyễn Văn A", kWardA).attestations = {attestation(std::nullopt)};
    town.campaign().results[0].awards[0].attestations[0].by = by;
    return said(town.finding(rules::attested, plain()));
  };
  CHECK(of_person("Ông Nguyễn Văn A, Chủ tịch phường") == "not satisfied");
  CHECK(of_person("nguyễn văn a") == "not satisfied");
  CHECK(of_person("Nguyễn Văn An") == "satisfied");
  CHECK(of_person("ward-a") == "satisfied");  // the unit of the person
}

TEST_CASE("rules::attested: not from before the year that is awarded") {
  Attestation given = attestation(std::nullopt);
  given.date = day("2024-01-01");
  CHECK(verdict(plain(), {given}) == "satisfied");
  given.date = day("2023-12-31");
  CHECK(verdict(plain(), {given}) == "not satisfied");
  CHECK(verdict(plain(), {given, attestation(std::nullopt)}) == "satisfied");
  Sample town;
  town.decide(2024).year.reset();  // a round without a year
  town.grant(kWardA).attestations = {given};
  CHECK(said(town.finding(rules::attested, plain())) == "satisfied");
}
