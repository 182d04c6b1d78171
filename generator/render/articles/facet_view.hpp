// What practices can be chosen by, and the lists of those chosen.
#pragma once

#include "model/site.hpp"
#include "render/words.hpp"
#include "routes/routes.hpp"

namespace thidua::render {

/// A facet's value in the reader's words: the topic's name, "Cấp xã", the year, the campaign's short title.
std::string facet_name(const model::Site& site, const routes::Facet& facet, const Words& words);

/// {facets: [{name, values: [{text, href, count}], more}]}: of each kind that has a choice, the values with the most
/// practices.
View facets_view(const model::Site& site, const routes::Routes& routes, const Words& words);

/// The cards of one page of a facet's list.
View facet_items(const model::Site& site, const routes::Facet& facet, std::size_t part, const Words& words);

}  // namespace thidua::render
