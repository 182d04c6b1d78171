// How long readers' browsers and the caches between may keep a file: one place for all that tells web servers so.
#pragma once

#include <string>
#include <string_view>

namespace thidua::data {

// Assets carry the hash of their bytes in their names, the search index in the name of its folder: what has one name
// never changes.
inline constexpr const char* kKeepAssets = "public, max-age=31536000, immutable";
inline constexpr const char* kKeepPages = "public, max-age=300";

/// Whether a path of the site always has the same bytes.
bool never_changes(std::string_view path);

/// The folders of what never changes, behind the site's root, as a regular expression.
std::string kept_folders();

}  // namespace thidua::data
