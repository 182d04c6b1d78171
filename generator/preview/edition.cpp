#include "preview/edition.hpp"

#include <utility>

#include "base/hash.hpp"

namespace thidua::preview {

void Edition::add(const std::string& path, std::string bytes) {
  const std::lock_guard lock(adding_);
  files_.insert_or_assign(path, std::move(bytes));
}

const std::string* Edition::find(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

std::string Edition::digest() const {
  std::string all;
  for (const auto& [path, bytes] : files_) all.append(base::content_hash(path)).append(base::content_hash(bytes));
  return base::content_hash(all);
}

}  // namespace thidua::preview
