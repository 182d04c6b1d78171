// The list of what a site consists of. It tells a build which files of the output folder are thidua's, and whatever
// copies the site which of them changed.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace thidua::publish {

struct FileFacts {
  std::uint64_t size = 0;  ///< bytes
  std::string hash;        ///< base::content_hash of the bytes
  std::string sent;        ///< on a host: what else was sent with the file, as a hash; empty where nothing was

  bool operator==(const FileFacts&) const = default;
};

struct Manifest {
  std::map<std::string, std::string> facts;             ///< about the build as a whole
  std::map<std::string, FileFacts, std::less<>> files;  ///< by path; the manifest itself is not among them
};

/// The same bytes for the same manifest: `{"version": 1, "facts": {…}, "files": {"<path>": {"size": …, "hash": "…"},
/// …}}`, with `"sent"` behind the hash where there is one.
std::string to_json(const Manifest& manifest);

/// Nothing where the text is no manifest of this version, down to a path that could lead out of the folder.
std::optional<Manifest> parse_manifest(std::string_view json);

}  // namespace thidua::publish
