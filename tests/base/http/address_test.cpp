#include "base/http/address.hpp"

#include <doctest/doctest.h>

#include <string>

using thidua::http::Address;

TEST_CASE("http::Address: what is part of the public Internet") {
  for (const std::string text :
       {"8.8.8.8", "203.162.4.190", "172.15.255.255", "172.32.0.0", "100.63.255.255", "100.128.0.0", "192.0.1.1",
        "2001:ee0:1::1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"}) {
    CAPTURE(text);
    CHECK(Address::parse(text).value().is_public());
  }
}

TEST_CASE("http::Address: what is kept for special purposes, in every form that leads there") {
  for (const std::string text : {"0.0.0.0",
                                 "0.1.2.3",
                                 "10.0.0.1",
                                 "100.64.0.1",
                                 "100.127.255.255",
                                 "127.0.0.1",
                                 "127.255.255.255",
                                 "169.254.169.254",
                                 "172.16.0.1",
                                 "172.31.255.255",
                                 "192.0.0.8",
                                 "192.0.2.1",
                                 "192.88.99.1",
                                 "192.168.1.1",
                                 "198.18.0.1",
                                 "198.19.255.255",
                                 "198.51.100.7",
                                 "203.0.113.7",
                                 "224.0.0.1",
                                 "239.255.255.255",
                                 "240.0.0.1",
                                 "255.255.255.255",
                                 "::",
                                 "::1",
                                 "::127.0.0.1",
                                 "fe80::1",
                                 "fec0::1",
                                 "fc00::1",
                                 "fd12:3456::1",
                                 "ff02::1",
                                 "2001::1",
                                 "2001:db8::1",
                                 "2002:7f00:1::",
                                 "3fff::1",
                                 "100::1",
                                 "64:ff9b:1::1",
                                 "::ffff:127.0.0.1",
                                 "::ffff:192.168.1.1",
                                 "64:ff9b::7f00:1",
                                 "64:ff9b::10.0.0.1"}) {
    CAPTURE(text);
    CHECK_FALSE(Address::parse(text).value().is_public());
  }
}

TEST_CASE("http::Address: loopback, and no other") {
  for (const std::string text : {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"}) {
    CAPTURE(text);
    CHECK(Address::parse(text).value().is_loopback());
  }
  for (const std::string text :
       {"126.255.255.255", "128.0.0.1", "::2", "::", "10.0.0.1", "::ffff:10.0.0.1", "64:ff9b::127.0.0.1"}) {
    CAPTURE(text);
    CHECK_FALSE(Address::parse(text).value().is_loopback());
  }
}

TEST_CASE("http::Address: no name and no odd spelling is an address") {
  for (const std::string text : {"localhost", "127.1", "0x7f.0.0.1", "2130706433", "", "::g"}) {
    CAPTURE(text);
    CHECK_FALSE(Address::parse(text));
  }
  CHECK(Address::parse("::ffff:10.0.0.1").value().text() == "10.0.0.1");
  CHECK(Address::parse("2001:db8:0::1").value().text() == "2001:db8::1");
}
