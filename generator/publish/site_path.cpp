#include "publish/site_path.hpp"

namespace thidua::publish {
namespace {

bool is_part(std::string_view part) { return !part.empty() && part != "." && part != ".."; }

}  // namespace

bool is_site_path(std::string_view path) {
  constexpr std::string_view kForbidden("\\\0", 2);
  if (path.find_first_of(kForbidden) != path.npos) return false;
  if (path == kManifestName || path == kKeptName) return false;
  for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/')) {
    if (!is_part(path.substr(0, slash))) return false;
    path.remove_prefix(slash + 1);
  }
  return is_part(path);
}

}  // namespace thidua::publish
