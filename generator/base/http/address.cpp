#include "base/http/address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>

namespace thidua::http {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

constexpr unsigned kMappedBits = 96;  ///< of the prefix before an address of IPv4
constexpr unsigned kBitsPerByte = 8;

struct Range {
  const char* first;
  unsigned bits;
};

// IANA's registries of special-purpose addresses, and multicast.
constexpr std::array kSpecial4 = {
    Range{"0.0.0.0", 8},      Range{"10.0.0.0", 8},     Range{"100.64.0.0", 10}, Range{"127.0.0.0", 8},
    Range{"169.254.0.0", 16}, Range{"172.16.0.0", 12},  Range{"192.0.0.0", 24},  Range{"192.0.2.0", 24},
    Range{"192.88.99.0", 24}, Range{"192.168.0.0", 16}, Range{"198.18.0.0", 15}, Range{"198.51.100.0", 24},
    Range{"203.0.113.0", 24}, Range{"224.0.0.0", 4},    Range{"240.0.0.0", 4},
};

// Within what is public at all; Teredo (2001::/32) and 6to4 carry an address of IPv4 to somewhere else.
constexpr Range kPublic6 = {"2000::", 3};
constexpr std::array kSpecial6 = {Range{"2001::", 23}, Range{"2001:db8::", 32}, Range{"2002::", 16},
                                  Range{"3fff::", 20}};

constexpr Range kMapped = {"::ffff:0:0", kMappedBits};
constexpr Range kNat64 = {"64:ff9b::", kMappedBits};

bool same_bits(const std::uint8_t* a, const std::uint8_t* b, unsigned bits) {
  const unsigned whole = bits / kBitsPerByte;
  const unsigned rest = bits % kBitsPerByte;
  if (!std::equal(a, a + whole, b)) return false;
  return rest == 0 || ((a[whole] ^ b[whole]) >> (kBitsPerByte - rest)) == 0;
}

bool within(const Range& range, const Bytes& bytes) {
  Bytes first{};
  ::inet_pton(AF_INET6, range.first, first.data());
  return same_bits(first.data(), bytes.data(), range.bits);
}

bool within4(const Range& range, const std::uint8_t* bytes) {
  std::array<std::uint8_t, 4> first{};
  ::inet_pton(AF_INET, range.first, first.data());
  return same_bits(first.data(), bytes, range.bits);
}

/// The four bytes of the address of IPv4 that this one leads to, or null.
const std::uint8_t* inner(const Bytes& bytes) {
  return within(kMapped, bytes) || within(kNat64, bytes) ? bytes.data() + kMappedBits / kBitsPerByte : nullptr;
}

Bytes mapped(const void* four) {
  Bytes bytes{};
  ::inet_pton(AF_INET6, kMapped.first, bytes.data());
  std::memcpy(bytes.data() + kMappedBits / kBitsPerByte, four, 4);
  return bytes;
}

}  // namespace

std::optional<Address> Address::of(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, address, sizeof four);
    return Address(mapped(&four.sin_addr));
  }
  if (address->sa_family != AF_INET6) return std::nullopt;
  sockaddr_in6 six{};
  std::memcpy(&six, address, sizeof six);
  Bytes bytes{};
  std::memcpy(bytes.data(), &six.sin6_addr, bytes.size());
  return Address(bytes);
}

std::optional<Address> Address::parse(const std::string& text) {
  in_addr four{};
  if (::inet_pton(AF_INET, text.c_str(), &four) == 1) return Address(mapped(&four));
  Bytes bytes{};
  if (::inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return Address(bytes);
  return std::nullopt;
}

bool Address::is_loopback() const {
  if (within(kMapped, bytes_)) return within4({"127.0.0.0", 8}, bytes_.data() + kMappedBits / kBitsPerByte);
  return within({"::1", 128}, bytes_);
}

bool Address::is_public() const {
  if (const std::uint8_t* four = inner(bytes_)) {
    return std::ranges::none_of(kSpecial4, [&](const Range& range) { return within4(range, four); });
  }
  return within(kPublic6, bytes_) &&
         std::ranges::none_of(kSpecial6, [&](const Range& range) { return within(range, bytes_); });
}

std::string Address::text() const {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const bool four = within(kMapped, bytes_);
  ::inet_ntop(four ? AF_INET : AF_INET6, bytes_.data() + (four ? kMappedBits / kBitsPerByte : 0), text.data(),
              text.size());
  return text.data();
}

}  // namespace thidua::http
