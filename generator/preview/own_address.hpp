// Who may ask the preview. It shows what is not published yet, and any page that a browser visits can make it send
// requests to this machine, or bring a name of its own to lead here (DNS rebinding).
#pragma once

#include <string_view>

namespace thidua::preview {

/// Whether a Host header names this machine's loopback with the port: localhost, 127.0.0.1 or [::1].
bool is_own_host(std::string_view host, int port);

/// Whether an Origin header names the preview itself; "null" does not.
bool is_own_origin(std::string_view origin, int port);

}  // namespace thidua::preview
