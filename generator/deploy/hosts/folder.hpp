// A folder of this machine, local or mounted, filled file by file: for where whole trees cannot be exchanged.
#pragma once

#include <memory>
#include <string>

#include "base/disk.hpp"
#include "deploy/host.hpp"

namespace thidua::deploy {

/// `disk` outlives the host. The folder is made where it is missing.
std::unique_ptr<Host> folder_host(base::Disk& disk, const std::string& folder);

}  // namespace thidua::deploy
