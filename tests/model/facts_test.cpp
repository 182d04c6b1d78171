#include "model/facts.hpp"

#include <doctest/doctest.h>

#include "content/syntax/json_reader.hpp"

using namespace thidua;
using namespace thidua::model;

namespace {

std::string quantities(const char* json) {
  Diagnostics diagnostics;
  const auto root = content::read_json(json, "campaign.json", diagnostics);
  REQUIRE(root);
  const std::vector<Document> documents = {{"plan", "plan", "plan.md", split_clauses("## I. A\n\n1. Một.\n", 1)}};
  Reading reading{"campaign.json", diagnostics};
  std::string out;
  for (const Fact& fact : collect_facts(*root, ClauseIndex(documents), reading)) {
    out += "[" + fact.key;
    for (const Quantity& q : fact.quantities) {
      out += " " + q.token;
      if (q.relation) out += ":" + std::string(name_of_relation(*q.relation));
    }
    out += "]";
  }
  CHECK_FALSE(diagnostics.has_errors());
  return out;
}

}  // namespace

TEST_CASE("model::collect_facts: takes the values of a fact, not our wording of it") {
  CHECK(quantities(R"({"a": {"text": "80 hồ sơ", "value": 90, "comparator": "at_least", "clause": "I.1"}})") ==
        "[a 90:at_least]");
}

TEST_CASE("model::collect_facts: a fact within a fact keeps its own quantities") {
  CHECK(quantities(R"({"a": {"value": 1, "parts": [{"name": "mẫu số 07", "clause": "I.1"}], "clause": "I"}})") ==
        "[a 1][parts 7]");
}

TEST_CASE("model::collect_facts: dates, yearly rules and references") {
  CHECK(quantities(R"({"m": {"id": "han-2025", "who": ["x/phong-3"], "clause": "I",
        "when": {"is": "before", "each_year": {"in": "03-15", "of": "next_year", "for": [2022, 2023]}}}})") ==
        "[m --03-15:before 2022 2023]");
  CHECK(quantities(R"({"m": {"when": {"is": "within", "date": "2023-Q4"}, "clause": "I"}})") == "[m 2023-Q4]");
  CHECK(
      quantities(
          R"({"c": {"check": {"kind": "index_streak", "count": 2, "comparator": "more_than", "value": 90}, "clause": "I"}})") ==
      "[c 2 90:more_than]");
  CHECK(
      quantities(R"({"c": {"check": {"kind": "initiative", "count": 1, "comparator": "at_least"}, "clause": "I"}})") ==
      "[c 1:at_least]");
}

TEST_CASE("model::collect_facts: a clause that does not exist is reported with the nearest") {
  Diagnostics diagnostics;
  const auto root = content::read_json(R"({"a": {"clause": "I.2"}})", "campaign.json", diagnostics);
  const std::vector<Document> documents = {{"plan", "plan", "plan.md", split_clauses("## I. A\n\n1. Một.\n", 1)}};
  Reading reading{"campaign.json", diagnostics};
  collect_facts(*root, ClauseIndex(documents), reading);
  const auto found = diagnostics.sorted();
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::clause_not_found);
  CHECK(found[0].place.column == 18);
  CHECK(found[0].args == std::vector<std::string>{"I.2", "I.1"});
}
