// The stages of generator/README.md: an include goes only to a stage above, or to base and diagnostics.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"base", {}},
    {"diagnostics", {}},
    {"content", {}},
    {"model", {"content"}},
    {"rules", {"content", "model"}},
    {"pull", {"content", "model", "rules"}},
    {"routes", {"content", "model", "rules"}},
    {"render", {"content", "model", "rules", "routes"}},
    {"search", {"content", "model", "rules", "routes", "render"}},
    {"data", {"content", "model", "rules", "routes", "render"}},
    {"links", {"content", "model", "rules", "routes", "render"}},
    {"publish", {}},
    {"preview", {"publish"}},
    {"deploy", {"content", "routes", "data", "publish"}},
    {"cli",
     {"content", "model", "rules", "pull", "routes", "render", "search", "data", "links", "preview", "publish",
      "deploy"}},
};

/// The folder that `#include "folder/file.hpp"` names; empty for any other line.
std::string included_folder(const std::string& line) {
  constexpr std::string_view kInclude = "#include \"";
  const std::size_t slash = line.find('/');
  return line.starts_with(kInclude) && slash != line.npos ? line.substr(kInclude.size(), slash - kInclude.size()) : "";
}

bool may_include(const std::string& stage, const std::string& folder) {
  const bool below_all = (folder == "base" || folder == "diagnostics") && stage != "base" && stage != "diagnostics";
  return folder.empty() || folder == stage || below_all || kMayInclude.at(stage).contains(folder);
}

}  // namespace

TEST_CASE("whole: an include goes only to a stage above, or to base and diagnostics") {
  int sources = 0;
  for (const auto& [stage, above] : kMayInclude) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(THIDUA_SOURCE_DIR) / "generator" / stage)) {
      if (!entry.is_regular_file()) continue;
      ++sources;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        CAPTURE(entry.path());
        CAPTURE(line);
        CHECK(may_include(stage, included_folder(line)));
      }
    }
  }
  CHECK(sources > 50);
}

TEST_CASE("whole: every folder of the generator is a stage, or the schemas") {
  for (const auto& entry : fs::directory_iterator(fs::path(THIDUA_SOURCE_DIR) / "generator")) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    CHECK((!entry.is_directory() || name == "schemas" || kMayInclude.contains(name)));
  }
}

TEST_CASE("whole: no stage but cli prints or ends the process") {
  for (const auto& [stage, above] : kMayInclude) {
    if (stage == "cli") continue;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(THIDUA_SOURCE_DIR) / "generator" / stage)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        CAPTURE(entry.path());
        CAPTURE(line);
        for (const char* word : {"std::cout", "std::cerr", "printf(", "std::exit(", "std::abort("}) {
          const std::size_t at = line.find(word);
          CHECK((at == line.npos || (at > 0 && line[at - 1] == 'n')));  // snprintf
        }
      }
    }
  }
}
