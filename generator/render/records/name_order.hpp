// A second order of a page's records, by name, for readers whose browser runs no script: the first is by decision or by
// place.
#pragma once

#include <span>

#include "render/records/record_view.hpp"

namespace thidua::render {

/// {people, has_people, collectives, has_collectives}, each a list of {name, of (units: where the name is not the
/// unit's own), form, year, anchor}. People stand by their given name, the last word of it; `sort_name` says otherwise.
/// False where there is nothing to look for: fewer than two awards.
View awards_by_name(const CampaignContext& c);

/// {units: [{unit, place, share}]} of one block; false for fewer than two units.
View scores_by_name(const CampaignContext& c, std::span<const model::Score> scores);

}  // namespace thidua::render
