#include "deploy/plan/headers.hpp"

#include "base/hash.hpp"
#include "data/web/keeping.hpp"
#include "publish/content_type.hpp"

namespace thidua::deploy {

Headers headers_of(std::string_view path) {
  return {
      std::string(publish::content_type(path)), data::never_changes(path) ? data::kKeepAssets : data::kKeepPages, {}};
}

std::string fingerprint(const Headers& headers) {
  if (headers.content_type.empty() && headers.cache_control.empty() && headers.content_encoding.empty()) return {};
  return base::content_hash(headers.content_type + '\n' + headers.cache_control + '\n' + headers.content_encoding);
}

}  // namespace thidua::deploy
