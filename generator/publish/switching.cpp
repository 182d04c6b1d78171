#include "publish/switching.hpp"

#include <unistd.h>

namespace thidua::publish {
namespace {

std::string folder_around(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == path.npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

bool exchanges(base::Disk& disk, const std::string& a, const std::string& b) {
  return disk.make_folder(a) && disk.make_folder(b) && disk.exchange(a, b);
}

}  // namespace

bool can_exchange(base::Disk& disk, const std::string& output) {
  std::string path = output;
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  const std::string around = folder_around(path);
  const auto outside = disk.status(around), inside = disk.status(path);
  if (!outside) return true;
  const bool is_link = outside->kind == base::EntryKind::symbolic_link;  // its own device says nothing
  if (inside && !is_link && inside->device != outside->device) return false;
  const std::string probe = base::join(around, ".thidua-probe-" + std::to_string(::getpid()));
  const bool can = disk.make_folder(probe) && exchanges(disk, probe + "/a", probe + "/b");
  static_cast<void>(base::remove_tree(disk, probe));
  return can;
}

}  // namespace thidua::publish
