// Units and good practices by their ids, for views that have only an id: found once, looked up without searching.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "model/site.hpp"

namespace thidua::render {

class SiteIndex {
 public:
  /// The site outlives the index.
  explicit SiteIndex(const model::Site& site);

  std::optional<model::UnitIndex> unit(std::string_view id) const;
  /// Null where there is none to be seen.
  const model::Article* practice(std::string_view slug) const;

 private:
  std::unordered_map<std::string_view, model::UnitIndex> units_;
  std::unordered_map<std::string_view, const model::Article*> practices_;
};

}  // namespace thidua::render
