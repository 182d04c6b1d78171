// deploy.json: the targets of a site, by name.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/disk.hpp"
#include "deploy/target.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::deploy {

/// Beside content/.
inline constexpr const char* kTargetsFile = "deploy.json";

/// Finds what the command line names: a target of `<root>/deploy.json`, an address, or a folder. Nothing, with a
/// diagnostic, where there is no such target or it cannot be used. Files and folders that deploy.json names are
/// relative to it, those of the command line to the working directory.
std::optional<Target> find_target(const base::Disk& disk, const std::string& root, const std::string& wanted,
                                  Diagnostics& diagnostics);

}  // namespace thidua::deploy
