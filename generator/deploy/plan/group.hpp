// The order in which files travel: a reader never meets a page whose assets are missing, nor a list that leads to a
// page that is not there.
#pragma once

#include <array>
#include <string_view>

namespace thidua::deploy {

enum class Group {
  needed,  ///< what pages load or offer: assets, the search index's folder, media, tables, calendars
  pages,
  entries,  ///< from where readers and programs find the pages: home, feeds, sitemap, the search's entry, the record
};

inline constexpr std::array kGroups = {Group::needed, Group::pages, Group::entries};

/// Of a file of the site, by its path.
Group group_of(std::string_view path);

}  // namespace thidua::deploy
