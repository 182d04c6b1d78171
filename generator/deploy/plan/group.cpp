#include "deploy/plan/group.hpp"

#include <algorithm>

#include "data/published_record.hpp"
#include "routes/machine_files.hpp"

namespace thidua::deploy {

Group group_of(std::string_view path) {
  const auto& fixed = routes::kMachineFiles;
  if (path == "index.html" || path == data::kPublishedRecord) return Group::entries;
  if (std::find(fixed.begin(), fixed.end(), path) != fixed.end()) return Group::entries;
  if (path.starts_with("sitemap-")) return Group::entries;  // the parts of a long one
  return path.ends_with(".html") ? Group::pages : Group::needed;
}

}  // namespace thidua::deploy
