// Quantities to look others up in, which both directions of the cross-check need.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "model/clauses/quantity.hpp"

namespace thidua::rules {

/// Looks up in a time that does not depend on how many there are.
class QuantitySet {
 public:
  void add(const std::vector<model::Quantity>& quantities);

  /// Whether it has the number and, where `wanted` bounds it, the same bound; a bare number may stand in one that is
  /// bounded.
  bool holds(const model::Quantity& wanted) const;

 private:
  std::unordered_map<std::string, unsigned> relations_;  ///< token -> one bit for each relation it has
};

}  // namespace thidua::rules
