// Which machines a program may be sent to by an address that others wrote. A name that looks public can lead to this
// machine or into the network around it, so the question is asked of what the name resolved to.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

struct sockaddr;

namespace thidua::http {

/// An address of IPv4 or IPv6. One of IPv4 that is written as IPv6 (::ffff:10.0.0.1, or behind NAT64's 64:ff9b::/96) is
/// judged as what it leads to.
class Address {
 public:
  /// Nothing where it is neither IPv4 nor IPv6.
  static std::optional<Address> of(const sockaddr* address);
  static std::optional<Address> parse(const std::string& text);

  /// This machine alone: what is sent through NAT64 leaves it, whatever stands behind the prefix.
  bool is_loopback() const;

  /// Whether it is part of the public Internet: in none of the ranges that IANA keeps for special purposes (loopback,
  /// link-local, private, unique-local, shared by a provider's customers, multicast, unspecified, documentation …).
  bool is_public() const;

  std::string text() const;

 private:
  using Bytes = std::array<std::uint8_t, 16>;
  explicit Address(const Bytes& bytes) : bytes_(bytes) {}

  Bytes bytes_;  ///< of IPv6; IPv4 as ::ffff:0:0/96
};

}  // namespace thidua::http
