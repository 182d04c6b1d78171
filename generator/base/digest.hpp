// Hashes that others check: SHA-256, its HMAC, MD5. From OpenSSL. Results are bytes; hex() and base64() write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace thidua::base {

std::string sha256(std::string_view bytes);
std::string hmac_sha256(std::string_view key, std::string_view bytes);
/// For protocols that ask for it; no protection against anybody.
std::string md5(std::string_view bytes);

/// Of a file of any size, read piece by piece.
Result<std::string> sha256_of_file(const std::string& path);

/// Lower-case hexadecimal digits.
std::string hex(std::string_view bytes);
std::string base64(std::string_view bytes);

}  // namespace thidua::base
