// Points in time as HTTP writes them.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace thidua::http {

/// "Sun, 06 Nov 1994 08:49:37 GMT" and the older forms of RFC 9110, 5.6.7.
std::optional<std::chrono::sys_seconds> parse_date(const std::string& text);

}  // namespace thidua::http
