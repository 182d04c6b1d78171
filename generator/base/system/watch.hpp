// What changes below some folders, as the system tells it (inotify): nothing is read or compared.
#pragma once

#include <string>
#include <vector>

#include "base/disk.hpp"
#include "base/result.hpp"
#include "base/system/descriptor.hpp"

namespace thidua::base {

/// Watches the folders of the given names in `root`, with all folders in them, also those that come later. A name that
/// is not there yet, or goes and comes back, is watched from then on. A name may be a file's. Symbolic links are not
/// followed within them.
class Watch {
 public:
  enum class Seen { change, interruption };

  /// Changes count from here on, whether anybody waits or not. Fails where the system has no watches left (ENOSPC: see
  /// /proc/sys/fs/inotify/max_user_watches) or the root cannot be watched. `disk` outlives the watch.
  static Result<Watch> begin(const Disk& disk, std::string root, std::vector<std::string> names);

  /// Waits until something has changed and nothing more has for 50 ms, but no longer than half a second after the first
  /// change; or until `interrupt` is readable. What cannot be watched at that moment is tried again with the next
  /// change.
  Seen wait(int interrupt);

 private:
  Watch(const Disk& disk, Descriptor events, std::string root, std::vector<std::string> names);

  Done watch_all();
  Done watch_tree(const std::string& folder);
  bool take_events();

  const Disk& disk_;
  Descriptor events_;
  std::string root_;
  std::vector<std::string> names_;
  int root_watch_ = -1;
};

}  // namespace thidua::base
