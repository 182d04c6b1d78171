// The views of lists: of campaigns, of practices, exemplars and news, and of a topic.
#pragma once

#include "model/site.hpp"
#include "render/view.hpp"
#include "render/words.hpp"
#include "routes/routes.hpp"

namespace thidua::render {

/// How many entries a list has over all its pages.
std::size_t list_length(const model::Site& site, routes::PageKind list);
/// The cards of one of its pages.
View list_items(const model::Site& site, const routes::Route& route, const Words& words);
/// Those of a topic: practices, then exemplars, then news.
View topic_items(const model::Site& site, const routes::Topic& topic, std::size_t part, const Words& words);

/// Which page of a list this is, and the way to the others: {part, parts, previous, next}; false where there is only
/// one.
View pager(std::size_t part, std::size_t parts, const std::string& previous, const std::string& next);

}  // namespace thidua::render
