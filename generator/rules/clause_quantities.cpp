#include "rules/clause_quantities.hpp"

namespace thidua::rules {

std::vector<model::Quantity> quantities_of(const model::Clause& clause) {
  return model::quantities_in(clause.body.empty() ? clause.text : clause.text + "\n" + clause.body);
}

}  // namespace thidua::rules
