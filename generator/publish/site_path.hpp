// Paths of files within the output folder.
#pragma once

#include <string_view>

namespace thidua::publish {

/// The list of the site's files, at the top of the output folder.
inline constexpr std::string_view kManifestName = ".thidua-manifest.json";

/// May stand at the top of the output folder without being the site's: it survives every build.
inline constexpr std::string_view kKeptName = ".gitignore";

/// Whether a path names a file of a site: relative, with slashes, no empty, `.` or `..` part, no backslash and no NUL,
/// and neither of the two names above. What a manifest lists is held to the same, since it could have been edited.
bool is_site_path(std::string_view path);

}  // namespace thidua::publish
