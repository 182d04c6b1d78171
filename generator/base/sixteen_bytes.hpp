// Text looked at sixteen bytes at a time, with the vectors that GCC and Clang both have: no processor's own
// instructions.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace thidua::base {

using Byte = unsigned char;
using SixteenBytes = Byte __attribute__((vector_size(16)));

inline SixteenBytes sixteen_bytes(const char* from) {
  SixteenBytes out;
  std::memcpy(&out, from, sizeof out);
  return out;
}

/// The place of the first of sixteen answers that is not zero; 16 where all are.
template <class Answers>
std::size_t first_of(const Answers& answers) {
  static_assert(sizeof answers == 16 && std::endian::native == std::endian::little);
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &answers, sizeof halves);
  if (halves[0] != 0) return static_cast<std::size_t>(std::countr_zero(halves[0])) / 8;
  return halves[1] != 0 ? 8 + static_cast<std::size_t>(std::countr_zero(halves[1])) / 8 : 16;
}

/// Offset of the first byte, from `from` on, of which `is` says so, or the text's size. `is` takes a Byte as well as
/// SixteenBytes: `[](auto c) { return (c == Byte{'<'}) | (c == Byte{'&'}); }`.
template <class Is>
std::size_t find_byte(std::string_view text, std::size_t from, Is is) {
  for (; from + sizeof(SixteenBytes) <= text.size(); from += sizeof(SixteenBytes)) {
    const std::size_t first = first_of(is(sixteen_bytes(text.data() + from)));
    if (first < sizeof(SixteenBytes)) return from + first;
  }
  while (from < text.size() && !is(static_cast<Byte>(text[from]))) ++from;
  return from;
}

}  // namespace thidua::base
