#include <doctest/doctest.h>

#include "content/syntax/json_reader.hpp"
#include "model/facts.hpp"
#include "rules/rule.hpp"

using namespace thidua;

namespace {

/// The findings of both directions of the cross-check, as "code:args".
std::string findings(const char* plan, const char* json) {
  Diagnostics diagnostics;
  const auto root = content::read_json(json, "campaign.json", diagnostics);
  REQUIRE(root);
  model::Campaign campaign;
  campaign.documents = {{"plan", "plan", "plan.md", model::split_clauses(plan, 1)}};
  model::Reading reading{"campaign.json", diagnostics};
  campaign.facts = model::collect_facts(*root, model::ClauseIndex(campaign.documents), reading);
  rules::clause_without_fact(campaign, diagnostics);
  rules::fact_without_clause(campaign, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics.sorted()) {
    out += std::string(describe(d.code).name);
    for (const std::string& arg : d.args) out += " " + arg;
    out += "; ";
  }
  return out;
}

}  // namespace

TEST_CASE("rules: a number that stands in the clause and in a fact that cites it is in order") {
  CHECK(findings("## I. A\n\n1. Tối thiểu 80% hồ sơ.\n",
                 R"({"t": {"comparator": "at_least", "value": 80, "clause": "I.1"}})")
            .empty());
}

TEST_CASE("rules::clause_without_fact: a number in no fact, or in a fact that cites another clause") {
  CHECK(findings("## I. A\n\n1. Đạt 80% hồ sơ.\n", R"({"t": {"clause": "I.1"}})") == "number-without-fact I.1 80; ");
  CHECK(findings("## I. A\n\n1. Đạt 80% hồ sơ.\n", R"({"t": {"value": 80, "clause": "I"}})") ==
        "number-not-in-clause 80 I; number-without-fact I.1 80; ");
}

TEST_CASE("rules::clause_without_fact: our own wording of a fact is no evidence") {
  CHECK(findings("## I. A\n\n1. Đạt 80% hồ sơ.\n", R"({"t": {"text": "80%", "clause": "I.1"}})") ==
        "number-without-fact I.1 80; ");
}

TEST_CASE("rules: a comparator must be the same on both sides") {
  CHECK(findings("## I. A\n\n1. Trên 90% hồ sơ.\n",
                 R"({"t": {"comparator": "at_least", "value": 90, "clause": "I.1"}})") ==
        "bound-not-in-clause at_least 90 I.1; bound-without-fact I.1 more_than 90; ");
  CHECK(
      findings(
          "## I. A\n\n1. Trước ngày 15/3.\n",
          R"({"t": {"when": {"is": "by", "each_year": {"in": "03-15", "of": "next_year", "for": []}}, "clause": "I.1"}})") ==
      "bound-without-fact I.1 before --03-15; ");
}

TEST_CASE("rules::fact_without_clause: a fact of several clauses may find its number in any of them") {
  CHECK(findings("## I. A\n\n1. Năm 2021.\n\n2. Năm 2025.\n",
                 R"({"t": {"from": "2021", "to": "2025", "clause": ["I.1", "I.2"]},
        "u": {"mentions": ["2021"], "clause": "I.1"}})")
            .empty());
}

TEST_CASE("rules: the years within a period need no fact, and may stand in one") {
  CHECK(
      findings(
          "## I. A\n\n1. Hằng năm trong giai đoạn 2026-2028.\n",
          R"({"m": {"when": {"is": "within", "each_year": {"in": "year", "of": "same_year", "for": [2026, 2027, 2028]}}, "clause": "I.1"}})")
          .empty());
  CHECK(findings("## I. A\n\n1. Giai đoạn 2026-2028.\n", R"({"p": {"from": "2026", "to": "2028", "clause": "I.1"}})")
            .empty());
}
