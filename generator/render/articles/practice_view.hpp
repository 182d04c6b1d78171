// The view of a good practice, whose parts the template puts in their order.
#pragma once

#include "render/articles/article_view.hpp"

namespace thidua::render {

/// An article card's members; lead and each part by its name (HTML, or false); measures, contact, verified, evidence,
/// award, campaign, unit, related.
View practice_page(const ArticleContext& context, const routes::Routes& routes, std::size_t practice);

/// The practices that share most topics with one, the newest first where they share as many; at most kRelated. Of a
/// topic with very many, only the newest count.
inline constexpr std::size_t kRelated = 3;
std::vector<std::size_t> related_practices(const model::Site& site, const routes::Routes& routes, std::size_t practice);

}  // namespace thidua::render
