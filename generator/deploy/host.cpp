#include "deploy/host.hpp"

namespace thidua::deploy {
namespace {

constexpr std::string_view kMark = ".thidua-part";

std::size_t name_begins(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? 0 : slash + 1;
}

}  // namespace

std::string temporary_name(const std::string& path) {
  std::string out = path;
  out.insert(name_begins(path), ".");
  return out.append(kMark);
}

bool is_temporary(const std::string& path) { return path.ends_with(kMark) && path[name_begins(path)] == '.'; }

}  // namespace thidua::deploy
