// From an article to the award that recognised it, and back.
#pragma once

#include <optional>
#include <vector>

#include "model/articles/article.hpp"
#include "model/fields.hpp"
#include "model/read_campaign.hpp"
#include "model/site.hpp"

namespace thidua::model {

/// The award behind `award: <campaign>/<file under results>/<award id>`; none where it is not to be seen now. Reports
/// one that does not exist.
std::optional<AwardRef> read_award_reference(const Fields& f, const Index& index,
                                             const std::vector<Campaign>& campaigns);

/// Whether two units are the same one, or one became the other in the end.
bool is_one_unit(const Site& site, UnitIndex a, UnitIndex b);

/// Lets practices and awards know of each other, whichever of the two names the other, and takes from awards the
/// practices that are not to be seen; reports an award that names the practice of another unit. What an invented award
/// recognised is invented itself.
void link_awards(Site& site, Diagnostics& diagnostics);

}  // namespace thidua::model
