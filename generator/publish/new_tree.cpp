#include "publish/new_tree.hpp"

#include <cerrno>

namespace thidua::publish {

base::Done NewTree::make_folders_above(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == path.npos) return {};
  const std::string_view folder = path.substr(0, slash);
  if (is_known(folder)) return {};
  if (auto above = make_folders_above(folder); !above) return above;
  auto made = disk_.make_folder(at(folder));
  if (!made && made.error().error != EEXIST) return made;  // another thread can have been faster
  const std::lock_guard lock(mutex_);
  known_.emplace(folder);
  return {};
}

bool NewTree::is_known(std::string_view folder) {
  const std::lock_guard lock(mutex_);
  return known_.find(folder) != known_.end();
}

}  // namespace thidua::publish
