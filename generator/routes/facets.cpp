#include "routes/facets.hpp"

#include <functional>
#include <map>

#include "model/vocabulary.hpp"
#include "routes/routes.hpp"

namespace thidua::routes {
namespace {

constexpr const char* kFolders[] = {"chu-de", "cap", "nam", "phong-trao"};
constexpr const char* kLevels[] = {"trung-uong", "tinh", "huyen", "xa"};

/// The practices of each value, in the order of the values.
template <class Value, class Order>
using Groups = std::map<Value, std::vector<std::size_t>, Order>;

template <class Value, class Order, class Spell>
void add(FacetKind kind, const Groups<Value, Order>& groups, Spell spell, std::vector<Facet>& out) {
  for (const auto& [value, practices] : groups) out.push_back({kind, spell(value), practices});
}

}  // namespace

std::vector<Facet> facets_of(const model::Site& site) {
  Groups<std::string, std::less<>> topics;
  Groups<model::Level, std::less<>> levels;
  Groups<int, std::greater<>> years;
  Groups<std::size_t, std::less<>> campaigns;
  for (std::size_t i = 0; i < site.practices.size(); ++i) {
    const model::Practice& practice = site.practices[i];
    for (const std::string& slug : practice.topics) topics[slug].push_back(i);
    if (practice.unit) levels[site.units[*practice.unit].level].push_back(i);
    if (practice.date) years[practice.date->year].push_back(i);
    if (practice.campaign) campaigns[*practice.campaign].push_back(i);
  }
  std::vector<Facet> out;
  add(
      FacetKind::topic, topics, [](const std::string& slug) { return slug; }, out);
  add(
      FacetKind::level, levels, [](model::Level level) { return std::string(model::name_of(level)); }, out);
  add(
      FacetKind::year, years, [](int year) { return std::to_string(year); }, out);
  add(
      FacetKind::campaign, campaigns, [&](std::size_t i) { return site.campaigns[i].id; }, out);
  return out;
}

std::string facet_url(const Facet& facet, std::size_t part) {
  const auto level = facet.kind == FacetKind::level ? model::named<model::Level>(facet.value) : std::nullopt;
  const std::string last = level ? kLevels[static_cast<std::size_t>(*level)] : facet.value;
  const std::string folder = kFolders[static_cast<std::size_t>(facet.kind)];
  return part_url(list_url(PageKind::practices, 0) + folder + "/" + last + "/", part);
}

}  // namespace thidua::routes
