// A tree of files in the making. Folders come into being with the first file below them.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/disk.hpp"
#include "base/text.hpp"

namespace thidua::publish {

/// Every path is relative to the tree's root, with slashes. All operations may be called from several threads at once.
class NewTree {
 public:
  /// `root` is an existing empty folder, or is made by make_root().
  NewTree(base::Disk& disk, std::string root) : disk_(disk), root_(std::move(root)) {}

  base::Done make_root() { return disk_.make_folder(root_); }

  /// Makes the folders above a path that are not there yet.
  base::Done make_folders_above(std::string_view path);

  /// Writes a new file into an existing folder.
  base::Done write(std::string_view path, std::string_view bytes) { return disk_.write_new(at(path), bytes); }

  /// Gives a file from elsewhere a name in this tree.
  base::Done link(const std::string& existing, std::string_view path) { return disk_.link(existing, at(path)); }

  const std::string& root() const { return root_; }

 private:
  std::string at(std::string_view path) const { return base::join(root_, path); }
  bool is_known(std::string_view folder);

  base::Disk& disk_;
  std::string root_;
  std::mutex mutex_;  // held for looking and for noting, never while the disk works
  std::unordered_set<std::string, base::TextHash, std::equal_to<>> known_;
};

}  // namespace thidua::publish
