// What holds for every Disk, in terms of its operations.
#include "base/disk.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

namespace thidua::base {
namespace {

/// Of two outcomes the first failure; what had vanished by itself is no failure.
void keep_first(Done& outcome, Done next) {
  if (outcome && !next && next.error().error != ENOENT) outcome = std::move(next);
}

Done remove_with_contents(Disk& disk, const std::string& folder) {
  const auto entries = disk.list(folder);
  if (!entries) return tl::make_unexpected(entries.error());
  Done outcome;
  for (const Entry& entry : *entries) {
    const std::string path = join(folder, entry.name);
    const bool is_folder = entry.kind == EntryKind::directory;
    keep_first(outcome, is_folder ? remove_with_contents(disk, path) : disk.remove_file(path));
  }
  keep_first(outcome, disk.remove_folder(folder));
  return outcome;
}

}  // namespace

std::string reason(const Failure& failure) {
  const char* sentence = ::strerrordesc_np(failure.error);
  return sentence != nullptr ? sentence : "error " + std::to_string(failure.error);
}

std::string join(std::string_view folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  while (!folder.empty() && folder.back() == '/') folder.remove_suffix(1);
  while (!name.empty() && name.front() == '/') name.remove_prefix(1);
  std::string out;
  out.reserve(folder.size() + 1 + name.size());
  return out.append(folder).append(1, '/').append(name);
}

Done remove_tree(Disk& disk, const std::string& path) {
  const auto entry = disk.status(path);
  if (!entry) return entry.error().error == ENOENT ? Done() : tl::make_unexpected(entry.error());
  return entry->kind == EntryKind::directory ? remove_with_contents(disk, path) : disk.remove_file(path);
}

}  // namespace thidua::base
