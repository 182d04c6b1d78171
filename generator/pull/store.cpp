#include "pull/store.hpp"

#include <cerrno>

namespace thidua::pull {

base::Done store(base::Disk& disk, const std::string& path, std::string_view bytes) {
  const std::string folder = path.substr(0, path.rfind('/')), fresh = path + ".part";
  if (auto made = disk.make_folder(folder); !made && made.error().error != EEXIST) return made;
  if (auto removed = disk.remove_file(fresh); !removed && removed.error().error != ENOENT) return removed;
  if (auto written = disk.write_new(fresh, bytes); !written) return written;
  if (auto synced = disk.sync(folder); !synced) return synced;
  if (auto first = disk.rename(fresh, path); first || first.error().error != EEXIST) return first;
  // The name is taken: the two change places, which is one step.
  if (auto exchanged = disk.exchange(fresh, path); !exchanged) return exchanged;
  return disk.remove_file(fresh);
}

}  // namespace thidua::pull
