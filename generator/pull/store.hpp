// The copies in pulled/, and how one takes the place of another: at once, or not at all.
#pragma once

#include <string>
#include <string_view>

#include "base/disk.hpp"

namespace thidua::pull {

/// Puts the bytes into the file, making its folder where it is missing. A reader, also one that comes after a crash,
/// finds the old bytes or the new ones.
base::Done store(base::Disk& disk, const std::string& path, std::string_view bytes);

}  // namespace thidua::pull
