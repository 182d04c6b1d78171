// A fact with a number that its clause does not hold.
//
// What: each number, date and comparator of a fact must stand in one of the clauses that the fact cites.
// Why: "every published fact leads to its clause" is only true if the reader finds the fact there.
// Bad:  "value": 85 with "clause": "IV.2.c", where the clause says 80%.
// Good: the same number in both, or the clause that really says 85%.
#include <algorithm>

#include "rules/clause_quantities.hpp"
#include "rules/rule.hpp"

namespace thidua::rules {
namespace {

using model::Quantity;

bool stated(const std::vector<Quantity>& clauses, const Quantity& wanted) {
  return std::any_of(clauses.begin(), clauses.end(), [&](const Quantity& q) {
    return q.token == wanted.token && (!wanted.relation || q.relation == wanted.relation);
  });
}

}  // namespace

void fact_without_clause(const model::Campaign& campaign, Diagnostics& diagnostics) {
  for (const model::Fact& fact : campaign.facts) {
    std::vector<Quantity> stands;
    std::string paths;
    for (const model::ClauseRef& ref : fact.clauses) {
      const model::Clause& clause = campaign.documents[ref.document].clauses[ref.clause];
      const auto found = quantities_of(clause);
      stands.insert(stands.end(), found.begin(), found.end());
      paths += (paths.empty() ? "" : ", ") + clause.path;
    }
    if (fact.clauses.empty()) continue;  // the clause does not exist, which is reported already
    for (const Quantity& quantity : fact.quantities) {
      if (stated(stands, quantity)) continue;
      if (quantity.relation) {
        diagnostics.add(Code::bound_not_in_clause, fact.place,
                        {std::string(model::name_of_relation(*quantity.relation)), quantity.token, paths});
      } else {
        diagnostics.add(Code::number_not_in_clause, fact.place, {quantity.token, paths});
      }
    }
  }
}

}  // namespace thidua::rules
