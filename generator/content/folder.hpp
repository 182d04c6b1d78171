// One folder of the content, with symbolic links resolved and checked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "content/limits.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

/// Something in a folder that is known to be a file or a folder within the content.
struct FolderEntry {
  std::string name;
  std::string path;  ///< relative to the root
  std::string real;  ///< absolute, without symbolic links on the way
  bool is_folder = false;
  std::uint64_t size = 0;  ///< bytes; files only
};

struct Folder {
  std::string path;                 ///< relative to the root
  std::string real;                 ///< absolute, without symbolic links
  std::vector<std::string> around;  ///< the real paths of the folders it was reached through

  /// The folder that an entry of this one is.
  Folder inner(const FolderEntry& entry) const;
};

/// Lists folders of the content. A link that leads out of it, to nothing or back to a folder around it is a diagnostic,
/// as is what is neither file nor folder.
class FolderLister {
 public:
  FolderLister(const base::Disk& disk, Diagnostics& diagnostics) : disk_(disk), diagnostics_(diagnostics) {}

  /// The folder to start with; all links must stay within it. Nothing where it is none.
  std::optional<Folder> open(const std::string& path, const std::string& shown);

  /// What can be used of a folder, in the order of the names. Ignores what systems leave behind (.gitkeep, .DS_Store
  /// …). Stops with a diagnostic at kMaxEntries over all folders.
  std::vector<FolderEntry> list(const Folder& folder);

  /// Whether it has stopped.
  bool overrun() const { return entries_ > kMaxEntries; }

 private:
  std::optional<FolderEntry> resolve(const Folder& folder, const base::Entry& entry);
  std::optional<base::Entry> follow(const Folder& folder, FolderEntry& link);
  bool count_entry();

  const base::Disk& disk_;
  Diagnostics& diagnostics_;
  std::string top_;  ///< real path
  std::size_t entries_ = 0;
};

}  // namespace thidua::content
