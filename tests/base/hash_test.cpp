#include "base/hash.hpp"

#include <doctest/doctest.h>

using namespace thidua;

TEST_CASE("base::sha256_base64: the examples of FIPS 180-2, and of nothing") {
  CHECK(base::sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  CHECK(base::sha256_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}
