#include "preview/own_address.hpp"

#include <doctest/doctest.h>

namespace thidua::preview {

TEST_CASE("preview::is_own_host: loopback by its names, with the port") {
  for (const char* host : {"localhost:8000", "127.0.0.1:8000", "[::1]:8000"}) {
    CAPTURE(host);
    CHECK(is_own_host(host, 8000));
    CHECK_FALSE(is_own_host(host, 8001));
  }
  CHECK(is_own_host("localhost", 80));
  CHECK(is_own_host("localhost:80", 80));
}

TEST_CASE("preview::is_own_host: no other name, nor one that begins or ends like it") {
  for (const char* host : {"",
                           "localhost",
                           "127.0.0.1",
                           "localhost:",
                           "localhost:80000",
                           "localhost:8000 ",
                           " localhost:8000",
                           "localhost:8000:8000",
                           "localhost.evil.example:8000",
                           "evil.example:8000",
                           "evil-localhost:8000",
                           "127.0.0.1.nip.example:8000",
                           "127.0.0.2:8000",
                           "[::1]",
                           "::1:8000",
                           "0.0.0.0:8000",
                           "localhost:8000@evil.example",
                           "user@localhost:8000",
                           "http://localhost:8000",
                           "localhost:+8000"}) {
    CAPTURE(host);
    CHECK_FALSE(is_own_host(host, 8000));
  }
}

TEST_CASE("preview::is_own_origin: http and an own host, nothing else") {
  CHECK(is_own_origin("http://localhost:8000", 8000));
  CHECK(is_own_origin("http://[::1]:8000", 8000));
  for (const char* origin :
       {"", "null", "localhost:8000", "https://localhost:8000", "http://localhost:3000", "http://localhost",
        "http://evil.example", "http://localhost:8000.evil.example", "http://localhost:8000/"}) {
    CAPTURE(origin);
    CHECK_FALSE(is_own_origin(origin, 8000));
  }
}

}  // namespace thidua::preview
