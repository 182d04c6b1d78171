// The views of exemplars, news, and pages of their own. Those of practices stand in practice_view.hpp.
#pragma once

#include <string>

#include "model/site.hpp"
#include "render/markdown.hpp"
#include "render/view.hpp"
#include "render/words.hpp"
#include "routes/routes.hpp"

namespace thidua::render {

/// What every article's page is made with.
struct ArticleContext {
  const model::Site& site;
  const Words& words;
  const Markdown& markdown;
  const std::string& root;  ///< from the page to the site's root
  Diagnostics& diagnostics;
};

/// {title, summary, href, date, topics, has_topics, illustrative}
View article_card(const model::Article& article, const std::string& href, const Words& words);
/// A card's members, and kind, position, unit: whom it is about.
View exemplar_card(const model::Exemplar& exemplar, const Words& words);

/// A card's members, and the text: lead, sections, campaign, unit.
View article_page(const ArticleContext& context, const model::Article& article, const std::string& href);
/// And the picture.
View news_page(const ArticleContext& context, const model::News& news);
View exemplar_page(const ArticleContext& context, const model::Exemplar& exemplar);

/// {src, alt}, or false. Reports a file that is not there.
View picture_view(const ArticleContext& context, const std::optional<model::Picture>& picture);
/// {form, name, campaign, href, date} of an award that recognised it.
View award_link(const ArticleContext& context, const model::AwardRef& award);
/// Campaign and unit: whose it is.
void add_belonging(const ArticleContext& context, const model::Article& article, View& view);

}  // namespace thidua::render
