// What a page tells programs about itself: the kind of thing it is, the feeds and the calendar that belong to it, and
// the same in JSON-LD (schema.org).
#pragma once

#include <string>

#include "model/site.hpp"
#include "render/view.hpp"
#include "render/words.hpp"
#include "routes/routes.hpp"

namespace thidua::render {

struct HeadContext {
  const model::Site& site;
  const routes::Routes& routes;
  const routes::Route& route;
  const model::Article* article;  ///< null where the page is about none
  const Words& words;
};

/// Adds {og_type, feeds: [{title, href}], calendar: {title, href} or false, search_href, json_ld, policy} to a page
/// that has its address and its breadcrumbs.
void add_head(const HeadContext& context, View& page);

/// The kinds of JSON-LD, each an object of schema.org or empty: of the page's subject, and of the way to it.
std::string subject_json(const HeadContext& context, const View& page);
std::string breadcrumbs_json(const View& page, const std::string& base_url);

}  // namespace thidua::render
