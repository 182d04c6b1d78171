// The file system behind one small interface, so that tests can let each operation fail or count what was done.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace thidua::base {

enum class EntryKind { file, directory, symbolic_link, other };

struct Entry {
  std::string name;  ///< within its folder
  EntryKind kind = EntryKind::other;
  std::uint64_t size = 0;    ///< bytes; files only
  unsigned mode = 0644;      ///< permission bits; files only
  std::uint64_t device = 0;  ///< the file system that it is on; known to status() only
};

/// Held while it exists; another process, or another Lock, cannot take the same path.
class Lock {
 public:
  virtual ~Lock() = default;
};

/// Every path is absolute or relative to the working directory; no operation follows a symbolic link in the last
/// component, except `read` and `real_path`. All operations may be called from several threads at once.
class Disk {
 public:
  virtual ~Disk() = default;

  // Reading.
  virtual Result<Entry> status(const std::string& path) const = 0;
  /// The entries of a folder in byte order of their names.
  virtual Result<std::vector<Entry>> list(const std::string& folder) const = 0;
  /// The bytes of a file. Fails with EFBIG where it has more than `limit` bytes.
  virtual Result<std::string> read(const std::string& path, std::uint64_t limit) const = 0;
  /// The path with every symbolic link resolved.
  virtual Result<std::string> real_path(const std::string& path) const = 0;

  // Writing.
  /// Makes a folder with mode 0755, whatever the umask; fails with EEXIST where the path exists.
  virtual Done make_folder(const std::string& path) = 0;
  /// Writes a new file with mode 0644, whatever the umask; fails with EEXIST where the path exists. A failed write may
  /// leave a part behind.
  virtual Done write_new(const std::string& path, std::string_view bytes) = 0;
  /// Gives an existing file a second name.
  virtual Done link(const std::string& existing, const std::string& name) = 0;
  /// Renames; fails with EEXIST where `to` exists.
  virtual Done rename(const std::string& from, const std::string& to) = 0;
  /// Renames; a file at `to` is replaced in one step.
  virtual Done replace(const std::string& from, const std::string& to) = 0;
  /// Swaps two existing paths in one step (renameat2 with RENAME_EXCHANGE).
  virtual Done exchange(const std::string& a, const std::string& b) = 0;
  virtual Done remove_file(const std::string& path) = 0;
  virtual Done remove_folder(const std::string& path) = 0;
  /// Brings everything written to the file system of `path` to the medium (syncfs).
  virtual Done sync(const std::string& path) = 0;
  /// Takes the lock file at `path`, creating it. Fails with EWOULDBLOCK where another holds it. The file is removed
  /// when the lock is released.
  virtual Result<std::unique_ptr<Lock>> lock(const std::string& path) = 0;
};

/// The machine's own file system.
std::unique_ptr<Disk> real_disk();

/// Joins with exactly one slash between; in an empty folder, a name is a path by itself.
std::string join(std::string_view folder, std::string_view name);

/// Removes a folder with all that is in it, or whatever else is at `path`; nothing there is fine. Never follows a
/// symbolic link. Goes on after a failure and gives the first.
Done remove_tree(Disk& disk, const std::string& path);

}  // namespace thidua::base
