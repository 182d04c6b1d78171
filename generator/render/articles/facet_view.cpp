#include "render/articles/facet_view.hpp"

#include <algorithm>
#include <vector>

#include "render/articles/article_view.hpp"

namespace thidua::render {
namespace {

using routes::Facet;
using routes::FacetKind;

constexpr std::size_t kShown = 30;  // values of one kind; who has more campaigns finds the others on their own pages
constexpr const char* kNames[] = {"facet.topic", "facet.level", "facet.year", "facet.campaign"};

/// The values that most practices have, in their own order.
std::vector<const Facet*> most_used(const std::vector<Facet>& facets, FacetKind kind) {
  std::vector<const Facet*> all;
  for (const Facet& facet : facets) {
    if (facet.kind == kind) all.push_back(&facet);
  }
  if (all.size() <= kShown) return all;
  std::stable_sort(all.begin(), all.end(),
                   [](const Facet* a, const Facet* b) { return a->practices.size() > b->practices.size(); });
  all.resize(kShown);
  std::sort(all.begin(), all.end());  // they point into one list
  return all;
}

}  // namespace

std::string facet_name(const model::Site& site, const Facet& facet, const Words& words) {
  switch (facet.kind) {
    case FacetKind::topic:
      return words.topic(facet.value);
    case FacetKind::level:
      return words.get("level." + facet.value);
    case FacetKind::year:
      return words.fill("date.year", {{"year", facet.value}});
    case FacetKind::campaign:
      break;
  }
  const auto at = std::find_if(site.campaigns.begin(), site.campaigns.end(),
                               [&](const model::Campaign& c) { return c.id == facet.value; });
  return at == site.campaigns.end() ? facet.value : at->short_title;
}

View facets_view(const model::Site& site, const routes::Routes& routes, const Words& words) {
  View groups = list();
  for (const FacetKind kind : {FacetKind::topic, FacetKind::level, FacetKind::year, FacetKind::campaign}) {
    const std::vector<const Facet*> shown = most_used(routes.facets, kind);
    if (shown.size() < 2) continue;
    View values = list_of(shown, [&](const Facet* facet) {
      return object("text", facet_name(site, *facet, words), "href", routes::facet_url(*facet), "count",
                    std::to_string(facet->practices.size()));
    });
    append(groups, object("name", words.get(kNames[static_cast<std::size_t>(kind)]), "values", std::move(values)));
  }
  return object("facets", std::move(groups));
}

View facet_items(const model::Site& site, const Facet& facet, std::size_t part, const Words& words) {
  View items = list();
  const std::size_t first = part * routes::kListLength;
  for (std::size_t i = first; i < std::min(facet.practices.size(), first + routes::kListLength); ++i) {
    const model::Practice& practice = site.practices[facet.practices[i]];
    append(items, article_card(practice, routes::practice_url(practice), words));
  }
  return items;
}

}  // namespace thidua::render
