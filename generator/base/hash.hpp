// Content hashes: XXH3 with 128 bits, from libxxhash. Fast and stable; no protection against a forger, and none is
// needed where it is used (names of assets, what changed since the last build).
#pragma once

#include <string>
#include <string_view>

namespace thidua::base {

/// 32 lower-case hexadecimal digits.
std::string content_hash(std::string_view bytes);

}  // namespace thidua::base
