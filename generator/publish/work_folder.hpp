// The folder beside the output in which a build works. It holds the lock and the tree in the making; after the exchange
// it holds the former site, and then nothing.
#pragma once

#include <memory>
#include <string>

#include "base/disk.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::publish {

class WorkFolder {
 public:
  /// Makes the folder and those above it, takes the lock and removes what a process that died left. Null, with a
  /// diagnostic, where that fails or another build holds the lock.
  static std::unique_ptr<WorkFolder> open(base::Disk& disk, const std::string& output, Diagnostics& diagnostics);

  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  /// Removes the tree, the lock and the folder, as far as possible.
  ~WorkFolder();

  /// Where the new tree is made; nothing is there yet when the work folder has been opened.
  const std::string& tree() const { return tree_; }

 private:
  WorkFolder(base::Disk& disk, std::string path, std::unique_ptr<base::Lock> lock);

  base::Disk& disk_;
  std::string path_;
  std::string tree_;
  std::unique_ptr<base::Lock> lock_;
};

}  // namespace thidua::publish
