// The quantities of a campaign's clauses, which both directions of the cross-check need.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "model/campaign.hpp"

namespace thidua::rules {

/// What the clause's own text holds, without its number and without the clauses below it.
std::vector<model::Quantity> quantities_of(const model::Clause& clause);

/// Quantities to look others up in, in a time that does not depend on how many there are.
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
