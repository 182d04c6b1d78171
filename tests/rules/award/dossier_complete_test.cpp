#include <doctest/doctest.h>

#include "rules/audit/sample.hpp"

using namespace thidua;
using namespace thidua::model;
using namespace thidua::testing;

namespace {

Dossier three_parts() {
  Dossier out;
  out.is = Given::stated;
  for (const std::size_t number : {4U, 5U, 6U}) {
    DossierPart part;
    part.clauses = clause(number);
    out.parts.push_back(part);
  }
  out.copies.is = CountKind::exact;
  out.copies.value = 2;
  out.copies.spelling = "2";
  out.clauses = clause(3);
  return out;
}

Clauses clauses(std::initializer_list<std::size_t> numbers) {
  Clauses out;
  for (const std::size_t number : numbers) out.push_back(clause(number).front());
  return out;
}

std::string verdict(const Dossier& dossier, std::optional<ReceivedDossier> received) {
  Sample town;
  town.campaign().dossiers = {dossier};
  town.decide(2024);
  town.grant(kWardA).dossier = std::move(received);
  return said(town.findings(rules::dossier_complete));
}

}  // namespace

TEST_CASE("rules::dossier_complete: every part, and the number of copies") {
  const Date on = day("2025-03-01");
  CHECK(verdict(three_parts(), ReceivedDossier{on, clauses({6, 4, 5}), 2}) ==
        "dossier-parts: satisfied; dossier-copies: satisfied; ");
  CHECK(verdict(three_parts(), ReceivedDossier{on, clauses({4, 6}), 3}) ==
        "dossier-parts: not satisfied; dossier-copies: not satisfied; ");
  CHECK(verdict(three_parts(), ReceivedDossier{on, clauses({4, 5, 6}), 1}) ==
        "dossier-parts: satisfied; dossier-copies: not satisfied; ");
}

TEST_CASE("rules::dossier_complete: what is not recorded cannot be verified") {
  CHECK(verdict(three_parts(), std::nullopt) ==
        "dossier-parts: cannot be verified: dossier; dossier-copies: cannot be verified: copies; ");
  CHECK(verdict(three_parts(), ReceivedDossier{day("2025-03-01"), {}, std::nullopt}) ==
        "dossier-parts: cannot be verified: parts; dossier-copies: cannot be verified: copies; ");
}

TEST_CASE("rules::dossier_complete: what the plan leaves open is left open, copies and parts each for themselves") {
  Dossier dossier = three_parts();
  dossier.copies.is = CountKind::not_stated;
  CHECK(verdict(dossier, ReceivedDossier{day("2025-03-01"), clauses({4, 5, 6}), std::nullopt}) ==
        "dossier-parts: satisfied; dossier-copies: not stated; ");
  dossier.is = Given::delegated;
  dossier.copies.is = CountKind::delegated;
  CHECK(verdict(dossier, std::nullopt) == "dossier-parts: delegated; dossier-copies: delegated; ");
  dossier.is = Given::not_stated;
  dossier.copies = three_parts().copies;
  CHECK(verdict(dossier, ReceivedDossier{day("2025-03-01"), {}, 1}) ==
        "dossier-parts: not stated; dossier-copies: not satisfied; ");
}

TEST_CASE("rules::dossier_complete: a dossier of another form or round is another one") {
  Dossier dossier = three_parts();
  dossier.award_forms = {kCertificate};
  CHECK(verdict(dossier, std::nullopt) == "");
  dossier.award_forms = {kCommendation};
  dossier.rounds = {kPhase};
  CHECK(verdict(dossier, std::nullopt) == "");
}
