// Which path may be an output folder, as far as the path and the disk can tell.
#pragma once

#include <optional>
#include <string>

#include "base/disk.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::publish {

/// The path in the form that the stage works with: no slash at the end, a last part that is a name. Nothing there yet
/// is fine. Nothing, and a diagnostic, where a symbolic link, something else than a folder, or a folder around the
/// working directory stands there.
std::optional<std::string> check_output_path(const base::Disk& disk, std::string output, Diagnostics& diagnostics);

/// The folder beside the output in which a build works: `.public.thidua` for `public`.
std::string work_folder_of(const std::string& output);

}  // namespace thidua::publish
