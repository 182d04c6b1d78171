#include "render/site_index.hpp"

namespace thidua::render {

SiteIndex::SiteIndex(const model::Site& site) {
  units_.reserve(site.units.size());
  for (model::UnitIndex i = 0; i < site.units.size(); ++i) units_.emplace(site.units[i].id, i);
  practices_.reserve(site.practices.size());
  for (const model::Article& practice : site.practices) practices_.emplace(practice.id, &practice);
}

std::optional<model::UnitIndex> SiteIndex::unit(std::string_view id) const {
  const auto at = units_.find(id);
  return at == units_.end() ? std::nullopt : std::optional(at->second);
}

const model::Article* SiteIndex::practice(std::string_view slug) const {
  const auto at = practices_.find(slug);
  return at == practices_.end() ? nullptr : at->second;
}

}  // namespace thidua::render
