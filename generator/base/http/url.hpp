// Addresses of the web, taken apart and put together as libcurl does it, so that what was checked is what is asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace thidua::http {

/// An absolute address with a host and without user or password: those are refused, for addresses are shown.
struct Url {
  std::string scheme;      ///< lower case
  std::string host;        ///< lower case; an address of IPv6 in brackets
  std::uint16_t port = 0;  ///< the scheme's own where the address names none
  std::string text;        ///< the whole address, normalised, without the fragment

  /// host:port, as rules for hosts name it.
  std::string place() const;
  /// Without what follows the path, which may hold a signature or a token.
  std::string shown() const;
  bool same_origin(const Url& other) const;
};

/// Nothing where it is no such address. Characters that an address must not have are encoded.
std::optional<Url> parse_url(const std::string& text);

/// Where a reference in an answer from `base` leads.
std::optional<Url> resolve(const Url& base, const std::string& reference);

/// A path with everything percent-encoded but A-Z a-z 0-9 - . _ ~ and the slashes: the strictest form of RFC 3986, and
/// the only one that S3 signs.
std::string encode_path(std::string_view path);
/// The same with slashes encoded, too.
std::string encode_component(std::string_view text);
/// Bytes for their %XX; a % that begins none stays.
std::string decode(std::string_view text);

}  // namespace thidua::http
