// The quantities of a campaign's clauses, which both directions of the cross-check need.
#pragma once

#include <vector>

#include "model/campaign.hpp"

namespace thidua::rules {

/// What the clause's own text holds, without its number and without the clauses below it.
std::vector<model::Quantity> quantities_of(const model::Clause& clause);

}  // namespace thidua::rules
