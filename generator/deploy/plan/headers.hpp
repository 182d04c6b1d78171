// What a web server is to say of a file, for hosts that keep it with the file.
#pragma once

#include <string>
#include <string_view>

#include "deploy/host.hpp"

namespace thidua::deploy {

/// Content-Type by the ending; Cache-Control as in the configuration files that the site has for web servers
/// (data/web/keeping.hpp): a year for what never changes, minutes for the rest. No Content-Encoding.
Headers headers_of(std::string_view path);

/// Tells headers apart: a file travels again when what was sent with it would be other now. Empty where nothing is.
std::string fingerprint(const Headers& headers);

}  // namespace thidua::deploy
