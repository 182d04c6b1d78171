// The views of news, good practices, pages of their own, and the lists of them.
#pragma once

#include <string>
#include <vector>

#include "model/site.hpp"
#include "render/markdown.hpp"
#include "render/view.hpp"
#include "render/words.hpp"
#include "routes/routes.hpp"

namespace thidua::render {

/// {title, summary, href, date, topics, illustrative}
View article_card(const model::Article& article, const std::string& href, const Words& words);

/// A card's members, and the text: lead, sections, campaign, unit.
View article_page(const model::Site& site, const model::Article& article, const std::string& href, const Words& words,
                  const Markdown& markdown, const std::string& root, Diagnostics& diagnostics);

/// Which page of a list this is, and the way to the others: {part, parts, previous, next}; false where there is only
/// one.
View pager(std::size_t part, std::size_t parts, const std::string& previous, const std::string& next);

}  // namespace thidua::render
