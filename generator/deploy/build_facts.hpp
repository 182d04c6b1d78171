// What a build tells of itself in the manifest, so that deploying can refuse what is not to be published.
#pragma once

#include <map>
#include <optional>
#include <string>

namespace thidua::deploy {

struct BuildFacts {
  std::string generator;  ///< the program's version
  std::string base_url;
  std::string theme;
  /// Hash of all that the site was made of and of when it becomes another one by itself: the same as long as building
  /// again would give the same.
  std::string content;
  bool drafts = false;        ///< shows drafts
  bool illustrative = false;  ///< shows what is invented
};

std::map<std::string, std::string> to_facts(const BuildFacts& facts);

/// Nothing where one is missing: an older program built the site.
std::optional<BuildFacts> read_facts(const std::map<std::string, std::string>& facts);

}  // namespace thidua::deploy
