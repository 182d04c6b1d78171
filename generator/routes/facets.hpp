// What practices can be chosen by: topic, level of the unit, year, campaign. Each value that occurs has a list of its
// own.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/site.hpp"

namespace thidua::routes {

enum class FacetKind { topic, level, year, campaign };

/// The practices that share one value.
struct Facet {
  FacetKind kind = FacetKind::topic;
  std::string value;                   ///< slug of the topic, name of the level, the year, id of the campaign
  std::vector<std::size_t> practices;  ///< positions in the site, the newest first

  bool operator==(const Facet&) const = default;
};

/// By kind; topics by slug, levels from the nation down, years from the latest, campaigns in the site's order.
std::vector<Facet> facets_of(const model::Site& site);

/// Page `part` of the list: "cach-lam-hay/nam/2024/".
std::string facet_url(const Facet& facet, std::size_t part = 0);

}  // namespace thidua::routes
