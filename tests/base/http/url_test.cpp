#include "base/http/url.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thidua;

TEST_CASE("http::parse_url: parts, in lower case, with the scheme's own port") {
  const auto url = http::parse_url("HTTPS://Example.VN/Du-lieu/a b?q=1#phan").value();
  CHECK(url.scheme == "https");
  CHECK(url.host == "example.vn");
  CHECK(url.port == 443);
  CHECK(url.text == "https://Example.VN/Du-lieu/a%20b?q=1");
  CHECK(url.shown() == "https://Example.VN/Du-lieu/a%20b");
  CHECK(url.place() == "example.vn:443");
  CHECK(http::parse_url("http://[::1]:8080/").value().place() == "[::1]:8080");
}

TEST_CASE("http::parse_url: every spelling of an address of IPv4 is the address") {
  for (const std::string host : {"127.1", "0x7f.0.0.1", "2130706433", "0177.0.0.1"}) {
    CAPTURE(host);
    CHECK(http::parse_url("http://" + host + "/").value().host == "127.0.0.1");
  }
}

TEST_CASE("http::parse_url: refused: relative, without a host, with a user, with a control character") {
  for (const std::string text : {"/du-lieu", "", "http://", "https://u:p@example.vn/", "https://u@example.vn/",
                                 "https://example.vn/\r\nHost: x", "https://example.vn:99999/"}) {
    CAPTURE(text);
    CHECK_FALSE(http::parse_url(text));
  }
}

TEST_CASE("http::resolve: relative, absolute, without scheme, with what an address must not hold") {
  const auto base = http::parse_url("https://example.vn/a/b?q").value();
  const auto leads = [&](const std::string& reference) { return http::resolve(base, reference).value().text; };
  CHECK(leads("c") == "https://example.vn/a/c");
  CHECK(leads("/c/../d") == "https://example.vn/d");
  CHECK(leads("//other.vn/x") == "https://other.vn/x");
  CHECK(leads("http://other.vn") == "http://other.vn/");
  CHECK(leads("tệp 1") == "https://example.vn/a/t%e1%bb%87p%201");
  CHECK_FALSE(http::resolve(base, "https://u:p@other.vn/"));
}

TEST_CASE("http::encode_path, encode_component, decode: each byte comes back") {
  CHECK(http::encode_path("tệp 1%+=.html") == "t%E1%BB%87p%201%25%2B%3D.html");
  CHECK(http::encode_path("a/b") == "a/b");
  CHECK(http::encode_component("a/b") == "a%2Fb");
  CHECK(http::decode("100%") == "100%");
  CHECK(http::decode("%4") == "%4");
  CHECK(http::decode("%zz%41") == "%zzA");
  std::string bytes;
  for (int c = 0; c < 256; ++c) bytes += static_cast<char>(c);
  CHECK(http::decode(http::encode_path(bytes)) == bytes);
  CHECK(http::decode(http::encode_component(bytes)) == bytes);
}
