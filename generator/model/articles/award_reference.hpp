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

/// Lets practices and awards know of each other, whichever of the two names the other, and takes from awards the
/// practices that are not to be seen. What an invented award recognised is invented itself.
void link_awards(Site& site);

}  // namespace thidua::model
