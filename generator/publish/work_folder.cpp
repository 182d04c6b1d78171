#include "publish/work_folder.hpp"

#include <cerrno>

#include "publish/output_path.hpp"
#include "publish/report.hpp"

namespace thidua::publish {
namespace {

/// The folder above, or nothing where the path has only one part.
std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find_last_not_of('/', path.rfind('/'));
  return path.find('/') == path.npos || slash == path.npos ? std::string() : path.substr(0, slash + 1);
}

/// Makes the folder and those above it; one that exists is fine.
base::Done make_folders(base::Disk& disk, const std::string& path) {
  auto made = disk.make_folder(path);
  if (made || made.error().error == EEXIST) return {};
  const std::string above = folder_of(path);
  if (made.error().error != ENOENT || above.empty()) return made;
  if (auto first = make_folders(disk, above); !first) return first;
  made = disk.make_folder(path);
  return made || made.error().error == EEXIST ? base::Done() : made;
}

/// A folder of its own, not a link to one: what lies in it is going to be removed.
base::Done check_is_folder(const base::Disk& disk, const std::string& path) {
  const auto entry = disk.status(path);
  if (!entry) return entry.error().error == ENOENT ? base::Done() : tl::make_unexpected(entry.error());
  if (entry->kind != base::EntryKind::directory) return base::fail("make folder", path, ENOTDIR);
  return {};
}

/// The holder before removes the folder when it lets go of the lock: then it is made once more.
base::Result<std::unique_ptr<base::Lock>> take_lock(base::Disk& disk, const std::string& folder) {
  constexpr int kTries = 100;
  for (int tries = 1;; ++tries) {
    if (auto made = make_folders(disk, folder); !made) return tl::make_unexpected(made.error());
    if (auto checked = check_is_folder(disk, folder); !checked) return tl::make_unexpected(checked.error());
    auto lock = disk.lock(base::join(folder, "lock"));
    if (lock || lock.error().error != ENOENT || tries == kTries) return lock;
  }
}

}  // namespace

std::unique_ptr<WorkFolder> WorkFolder::open(base::Disk& disk, const std::string& output, Diagnostics& diagnostics) {
  const std::string path = work_folder_of(output);
  auto lock = take_lock(disk, path);
  if (!lock) {
    if (lock.error().error == EWOULDBLOCK) return diagnostics.add(Code::output_busy, {}, {output}), nullptr;
    return report(lock.error(), diagnostics), nullptr;
  }
  std::unique_ptr<WorkFolder> work(new WorkFolder(disk, path, std::move(*lock)));
  if (auto cleared = remove_tree(disk, work->tree()); !cleared) return report(cleared.error(), diagnostics), nullptr;
  return work;
}

WorkFolder::WorkFolder(base::Disk& disk, std::string path, std::unique_ptr<base::Lock> lock)
    : disk_(disk), path_(std::move(path)), tree_(base::join(path_, "new")), lock_(std::move(lock)) {}

WorkFolder::~WorkFolder() {
  (void)remove_tree(disk_, tree_);
  lock_.reset();
  (void)disk_.remove_folder(path_);  // stays where another build has already put its lock into it
}

}  // namespace thidua::publish
