// The Markdown of a site, looked through without rendering its pages.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"
#include "routes/routes.hpp"

namespace thidua::render {

/// Reports what rendering would report about texts and links, whatever else is wrong with the site.
void check_texts(const model::Site& site, const routes::Routes& routes, Diagnostics& diagnostics);

/// A link that an author wrote, wherever it leads: in a text, or as a value of front matter or site.json.
struct WrittenLink {
  std::string url;
  Place place;
  std::string page;  ///< the URL, relative to the root, of the page that shows it; of site.json's the home page
};

/// All that the pages of a site show, in the order of the site.
std::vector<WrittenLink> written_links(const model::Site& site, const routes::Routes& routes);

}  // namespace thidua::render
