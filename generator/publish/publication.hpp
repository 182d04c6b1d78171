// The publish stage: a stream of files -> the finished output folder. The folder holds the complete old site until the
// moment it holds the complete new one, whenever the process dies.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/disk.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::publish {

/// What the last line of a build tells.
struct Summary {
  std::size_t files = 0;
  std::size_t written = 0;    ///< new, or with other bytes than before
  std::size_t unchanged = 0;  ///< linked over from the site before: same identity, same time
  std::size_t removed = 0;    ///< in the site before, no longer part of this one; known once finish() has returned
  std::uint64_t bytes = 0;
};

/// A site in the making, beside the output folder. Exactly one exists per output folder at a time (a lock says so).
/// Destroyed before finish() is called, it leaves everything as it was.
class Publication {
 public:
  /// Takes the lock, checks that the output folder holds nothing foreign, clears what an earlier process left, and
  /// starts a new tree. Null where that fails; the reasons are in `diagnostics`. `disk` outlives the publication.
  static std::unique_ptr<Publication> begin(base::Disk& disk, std::string output, Diagnostics& diagnostics);

  virtual ~Publication() = default;

  /// Adds a file; `path` is relative, with slashes. May be called from several threads at once, with different paths.
  /// Fails with EINVAL for a path that could leave the tree or that is thidua's own. A failure is also remembered: the
  /// site would not be complete, so finish() tells of the first one and publishes nothing.
  base::Done add(const std::string& path, std::string_view bytes) { return add_sent(path, bytes, {}); }
  /// The same, with what FileFacts::sent will be.
  virtual base::Done add_sent(const std::string& path, std::string_view bytes, std::string sent) = 0;

  /// Writes the manifest, syncs, puts the new tree in place of the old in one step, and clears up. False where that
  /// failed: the old site stands, the reason is in `diagnostics`. `facts` go into the manifest (version, base URL,
  /// build day …). Called at most once, after the last add().
  virtual bool finish(const std::map<std::string, std::string>& facts, Diagnostics& diagnostics) = 0;

  virtual Summary summary() const = 0;
};

}  // namespace thidua::publish
