// An award that has everything that its plan asks for.
#pragma once

#include <string>
#include <vector>

#include "model/campaign.hpp"

namespace thidua::testing {

/// Without recipient, name, id and day of receipt. Of conditions of which any is enough, only those that rest on a
/// clause of `via` are attested, else the first.
model::Award ideal_award(const model::Campaign& campaign, std::size_t form, const model::Result& result,
                         model::RecipientKind recipient, const std::vector<std::string>& via);

}  // namespace thidua::testing
