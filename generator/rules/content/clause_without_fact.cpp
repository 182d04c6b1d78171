// A number in the plan that no fact holds.
//
// What: each number, date, document number and comparator in a clause must stand in a fact of campaign.json that cites
// this clause. Why: readers are shown the facts; what is in none of them is lost, and nobody would notice. Bad:  "c)
// Tối thiểu 80% hồ sơ được xử lý trực tuyến", and no criterion cites the clause. Good: a criterion with "clause":
// "IV.2.c" and a target { "comparator": "at_least", "value": 80, "unit": "%" }.
#include <map>

#include "rules/content/quantity_set.hpp"
#include "rules/rule.hpp"

namespace thidua::rules {
namespace {

using model::Quantity;
using Position = std::pair<std::size_t, std::size_t>;  ///< document and clause

}  // namespace

void clause_without_fact(const model::Campaign& campaign, Diagnostics& diagnostics) {
  std::map<Position, QuantitySet> cited;
  QuantitySet astray;  // facts whose clause does not exist, which is reported already: they may belong to any
  for (const model::Fact& fact : campaign.facts) {
    if (fact.clauses.empty()) astray.add(fact.quantities);
    for (const model::ClauseRef& ref : fact.clauses) {
      cited[{ref.document, ref.clause}].add(fact.quantities);
    }
  }
  for (std::size_t d = 0; d < campaign.documents.size(); ++d) {
    const model::Document& document = campaign.documents[d];
    for (std::size_t i = 0; i < document.clauses.size(); ++i) {
      const model::Clause& clause = document.clauses[i];
      for (const Quantity& quantity : clause.quantities) {
        if (quantity.implied || cited[{d, i}].holds(quantity) || astray.holds(quantity)) continue;
        const Place place{document.file, static_cast<int>(clause.line), 0};
        if (quantity.relation) {
          diagnostics.add(Code::bound_without_fact, place,
                          {clause.path, std::string(model::name_of_relation(*quantity.relation)), quantity.token});
        } else {
          diagnostics.add(Code::number_without_fact, place, {clause.path, quantity.token});
        }
      }
    }
  }
}

}  // namespace thidua::rules
