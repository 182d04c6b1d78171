// Content hashes. The first is XXH3 with 128 bits, from libxxhash. Fast and stable; no protection against a forger, and
// none is needed where it is used (names of assets, what changed since the last build).
#pragma once

#include <string>
#include <string_view>

namespace thidua::base {

/// 32 lower-case hexadecimal digits.
std::string content_hash(std::string_view bytes);

/// SHA-256 in Base64, as a Content-Security-Policy names a script; 44 characters. From OpenSSL.
std::string sha256_base64(std::string_view bytes);

}  // namespace thidua::base
