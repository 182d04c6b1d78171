#include "rules/content/quantity_set.hpp"

namespace thidua::rules {
namespace {

unsigned bit_of(const std::optional<model::Relation>& relation) {
  return relation ? 1U << static_cast<unsigned>(*relation) : 0;
}

}  // namespace

void QuantitySet::add(const std::vector<model::Quantity>& quantities) {
  for (const model::Quantity& quantity : quantities) relations_[quantity.token] |= bit_of(quantity.relation);
}

bool QuantitySet::holds(const model::Quantity& wanted) const {
  const auto found = relations_.find(wanted.token);
  return found != relations_.end() && (!wanted.relation || (found->second & bit_of(wanted.relation)) != 0);
}

}  // namespace thidua::rules
