// Small sites for tests, and one call that publishes them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "publish/publication.hpp"

namespace thidua::testing {

using Files = std::map<std::string, std::string>;  ///< bytes by path

/// What a whole publication came to.
struct Outcome {
  bool published = false;
  publish::Summary summary;
  Diagnostics diagnostics;

  /// The codes that were told, in the order in which they are shown.
  std::vector<Code> codes() const {
    std::vector<Code> out;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) out.push_back(diagnostic.code);
    return out;
  }
};

/// Begins, adds all files up to the first that fails, and finishes.
inline Outcome publish_all(base::Disk& disk, const std::string& output, const Files& files) {
  Outcome outcome;
  const auto publication = publish::Publication::begin(disk, output, outcome.diagnostics);
  if (!publication) return outcome;
  for (const auto& [path, bytes] : files) {
    if (!publication->add(path, bytes)) break;
  }
  outcome.published =
      publication->finish({{"version", "0"}, {"files", std::to_string(files.size())}}, outcome.diagnostics);
  outcome.summary = publication->summary();
  return outcome;
}

/// Together with new_site(): files that stay, change, go, come, and trade places with folders.
inline Files old_site() {
  return {{"index.html", "<p>2024</p>"},    {"css/site.css", "p{}"}, {"phong-trao/a/index.html", "a"},
          {"phong-trao/b/index.html", "b"}, {"once-a-file", "file"}, {"once-a-folder/index.html", "folder"}};
}

inline Files new_site() {
  return {{"index.html", "<p>2025</p>"},        {"css/site.css", "p{}"},
          {"phong-trao/a/index.html", "a"},     {"don-vi/c/d/index.html", "d"},
          {"once-a-file/index.html", "folder"}, {"once-a-folder", "file"}};
}

}  // namespace thidua::testing
