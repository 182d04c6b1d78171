#include "cli/deploy/noting_disk.hpp"

#include "base/hash.hpp"

namespace thidua::cli {

base::Result<std::string> NotingDisk::read(const std::string& path, std::uint64_t limit) const {
  auto bytes = disk_.read(path, limit);
  if (!bytes) return bytes;
  std::string hash = base::content_hash(*bytes);
  const std::lock_guard lock(mutex_);
  hashes_.insert_or_assign(path, std::move(hash));
  return bytes;
}

std::string NotingDisk::digest(const std::string& root, const std::optional<model::Moment>& next_change) const {
  std::map<std::string, std::string> parts;  // by path within the root, wherever that stands
  const std::lock_guard lock(mutex_);
  for (const char* folder : {"content", "themes"}) {
    const std::string path = base::join(root, folder);
    for (const std::string& above : {path + "/", disk_.real_path(path).value_or(path) + "/"}) {
      for (auto at = hashes_.lower_bound(above); at != hashes_.end() && at->first.starts_with(above); ++at)
        parts[base::join(folder, at->first.substr(above.size()))] = at->second;
    }
  }
  std::string all = next_change ? model::to_string(*next_change) : std::string();
  for (const auto& [path, hash] : parts) all.append("\n").append(hash).append(" ").append(path);
  return base::content_hash(all);
}

}  // namespace thidua::cli
