// What stands in the output folder before a build, and whether all of it is thidua's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/disk.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::publish {

/// A file of the site before, as its manifest lists it and as it stands on the disk.
struct OldFile {
  std::uint64_t size = 0;  ///< bytes, on the disk
  std::string hash;        ///< by the manifest; empty where the file is plainly no longer what was written
};

struct OldSite {
  enum class Standing { missing, folder };

  Standing standing = Standing::missing;           ///< whether there is an output folder
  std::unordered_map<std::string, OldFile> files;  ///< by path; only regular files that are there
};

/// Looks through the output folder, which is missing or a folder. Nothing, with a diagnostic, where it holds a file
/// that no manifest lists, anything that is neither file nor folder, or a manifest that cannot be understood beside
/// other files. Folders without files are nobody's: they are fine, and vanish.
std::optional<OldSite> read_old_site(const base::Disk& disk, const std::string& output, Diagnostics& diagnostics);

}  // namespace thidua::publish
