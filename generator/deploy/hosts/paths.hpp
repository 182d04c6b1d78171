// Folders in the paths of a deployment, which have slashes and no first or last one.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace thidua::deploy {

/// "a/b" of "a/b/c.html"; empty where there is none.
inline std::string parent_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == path.npos ? std::string() : std::string(path.substr(0, slash));
}

/// A folder with each that it is in, but for the nameless one; those of a set that are in it already are passed over.
inline void add_with_parents(std::set<std::string>& folders, std::string folder) {
  while (!folder.empty() && folders.insert(folder).second) folder = parent_of(folder);
}

/// How many folders a path lies in.
inline unsigned depth_of(std::string_view path) {
  unsigned depth = 0;
  for (const char c : path) depth += c == '/' ? 1 : 0;
  return depth;
}

/// Without slashes at the end.
inline std::string_view without_last_slashes(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  return path;
}

}  // namespace thidua::deploy
