#include "preview/own_address.hpp"

#include <string>

namespace thidua::preview {

bool is_own_host(std::string_view host, int port) {
  constexpr int kDefaultPort = 80;  // which browsers leave out
  for (const std::string_view name : {"localhost", "127.0.0.1", "[::1]"}) {
    if (!host.starts_with(name)) continue;
    const std::string_view rest = host.substr(name.size());
    return rest == ":" + std::to_string(port) || (rest.empty() && port == kDefaultPort);
  }
  return false;
}

bool is_own_origin(std::string_view origin, int port) {
  constexpr std::string_view kScheme = "http://";
  return origin.starts_with(kScheme) && is_own_host(origin.substr(kScheme.size()), port);
}

}  // namespace thidua::preview
