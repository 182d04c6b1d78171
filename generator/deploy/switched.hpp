// A folder as a target: switched to the new site at once where the file system can exchange folders, else filled file
// by file like any other host.
#pragma once

#include <string>

#include "deploy/deployment.hpp"

namespace thidua::deploy {

/// As deploy(). The folder holds the complete old site until the moment it holds the complete new one, with what left
/// it for those who loaded a page before.
Outcome deploy_to_folder(const std::string& folder, const Output& output, const Order& order,
                         const Surroundings& around, Diagnostics& diagnostics);

}  // namespace thidua::deploy
