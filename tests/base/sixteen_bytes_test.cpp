#include "base/sixteen_bytes.hpp"

#include <doctest/doctest.h>

#include <string>

namespace thidua::base {

TEST_CASE("base::find_byte: the first byte that is meant, wherever it stands") {
  const auto is_meant = [](auto c) { return (c == Byte{'<'}) | (c >= Byte{0xF0}); };
  for (std::size_t size = 0; size <= 50; ++size) {
    for (std::size_t at = 0; at <= size; ++at) {
      for (const char meant : {'<', '\xF0', '\xFF'}) {
        std::string text(size, 'a');
        if (at < size) text[at] = meant;
        for (std::size_t from = 0; from <= at; ++from) REQUIRE(find_byte(text, from, is_meant) == at);
        if (at < size) REQUIRE(find_byte(text, at + 1, is_meant) == size);
      }
    }
  }
}

TEST_CASE("base::find_byte: of several the first") {
  const auto is_dot = [](auto c) { return c == Byte{'.'}; };
  CHECK(find_byte("..", 0, is_dot) == 0);
  CHECK(find_byte("0123456789abcdef0.23.", 0, is_dot) == 17);
  CHECK(find_byte("0123456789abcdef0.23.", 18, is_dot) == 20);
}

}  // namespace thidua::base
