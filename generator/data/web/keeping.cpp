#include "data/web/keeping.hpp"

#include "routes/machine_files.hpp"

namespace thidua::data {
namespace {

constexpr std::string_view kAssets = "assets";
constexpr std::size_t kIndexDigits = 16;  ///< of the name of the search index's folder, hexadecimal

}  // namespace

bool never_changes(std::string_view path) {
  if (path.starts_with(kAssets)) return path.substr(kAssets.size()).starts_with('/');
  if (!path.starts_with(routes::kSearchPage)) return false;
  path.remove_prefix(routes::kSearchPage.size());
  return path.find_first_not_of("0123456789abcdef") == kIndexDigits && path[kIndexDigits] == '/';
}

std::string kept_folders() {
  return "(" + std::string(kAssets) + "|" + std::string(routes::kSearchPage) + "[0-9a-f]{" +
         std::to_string(kIndexDigits) + "})/";
}

}  // namespace thidua::data
