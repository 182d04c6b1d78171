// A fact with a number that its clause does not hold.
//
// What: each number, date and comparator of a fact must stand in one of the clauses that the fact cites.
// Why: "every published fact leads to its clause" is only true if the reader finds the fact there.
// Bad:  "value": 85 with "clause": "IV.2.c", where the clause says 80%.
// Good: the same number in both, or the clause that really says 85%.
#include <algorithm>
#include <map>
#include <utility>

#include "rules/content/quantity_set.hpp"
#include "rules/rule.hpp"

namespace thidua::rules {
namespace {

using model::Quantity;

/// What the clauses of a campaign hold, each read once.
class Clauses {
 public:
  explicit Clauses(const model::Campaign& campaign) : campaign_(campaign) {}

  const QuantitySet& of(const model::ClauseRef& ref) {
    const auto [at, fresh] = sets_.try_emplace({ref.document, ref.clause});
    if (fresh) at->second.add(campaign_.documents[ref.document].clauses[ref.clause].quantities);
    return at->second;
  }

 private:
  const model::Campaign& campaign_;
  std::map<std::pair<std::size_t, std::size_t>, QuantitySet> sets_;
};

}  // namespace

void fact_without_clause(const model::Campaign& campaign, Diagnostics& diagnostics) {
  Clauses clauses(campaign);
  for (const model::Fact& fact : campaign.facts) {
    if (fact.clauses.empty()) continue;  // the clause does not exist, which is reported already
    std::string paths;
    for (const model::ClauseRef& ref : fact.clauses) {
      paths += (paths.empty() ? "" : ", ") + campaign.documents[ref.document].clauses[ref.clause].path;
    }
    for (const Quantity& quantity : fact.quantities) {
      const bool stated = std::any_of(fact.clauses.begin(), fact.clauses.end(),
                                      [&](const model::ClauseRef& ref) { return clauses.of(ref).holds(quantity); });
      if (stated) continue;
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
