// Whether the file system can put one folder in the place of another.
#pragma once

#include <string>

#include "base/disk.hpp"

namespace thidua::publish {

/// Tries it beside the output, with folders of its own. False for a mount point, where the system has no such
/// operation, and where nothing can be made beside the output. A missing output's folder above may be missing too: then
/// true.
bool can_exchange(base::Disk& disk, const std::string& output);

}  // namespace thidua::publish
