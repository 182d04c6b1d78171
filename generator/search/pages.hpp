// The pages of the index, in its order, and what is known of each besides its text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/site.hpp"
#include "routes/routes.hpp"
#include "search/collate.hpp"

namespace thidua::search {

struct Page {
  PageSource source;
  routes::PageKind kind = routes::PageKind::home;
  std::string url;  ///< relative to the site's root
  std::string title;
  std::optional<model::Date> date;
  std::optional<std::size_t> campaign;  ///< position in Site::campaigns
  std::optional<model::UnitIndex> unit;
  const std::vector<std::string>* topics = nullptr;  ///< slugs; null: none

  int year() const;  ///< 0: none
};

/// By kind, then from the latest year down, then by campaign, then as the routes have them: neighbours are alike, so
/// that lists and columns become short.
std::vector<Page> arrange(const model::Site& site, const routes::Routes& routes,
                          const std::vector<const Harvest*>& harvests);

/// Whether readers may find the page that a route leads to. A list is found once, by its first page.
bool is_searched(const model::Site& site, const routes::Route& route);

}  // namespace thidua::search
