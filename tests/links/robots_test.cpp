#include "links/robots.hpp"

#include <doctest/doctest.h>

#include <string>

using std::chrono::milliseconds;
using thidua::links::Robots;

TEST_CASE("links::Robots: without a word all is allowed, and closed means nothing") {
  CHECK(Robots().allows("/a"));
  CHECK(Robots::parse("").allows("/a"));
  CHECK(Robots::parse("<html>no such page</html>").allows("/a"));
  CHECK(Robots::parse("User-agent: *\nDisallow:\n").allows("/a"));
  CHECK_FALSE(Robots::closed().allows("/"));
  CHECK_FALSE(Robots::closed().allows("/a?b"));
}

TEST_CASE("links::Robots: our own group counts, and only without one that for all") {
  const std::string text = "User-agent: *\nDisallow: /all\n\nUser-Agent: ThiDua/2.0 (x)\nDisallow: /ours\n";
  CHECK_FALSE(Robots::parse(text).allows("/ours"));
  CHECK(Robots::parse(text).allows("/all"));
  CHECK_FALSE(Robots::parse(text, "other").allows("/all"));
  CHECK(Robots::parse(text, "other").allows("/ours"));
  CHECK(Robots::parse("User-agent: thiduax\nDisallow: /\n").allows("/a"));
}

TEST_CASE("links::Robots: several agents share a group, and several groups of one agent count together") {
  const std::string text =
      "user-agent: other\r\nuser-agent: thidua\r\ndisallow: /a # why\r\n\r\nuser-agent: third\rdisallow: /b\r"
      "USER-AGENT: thidua\nDISALLOW: /c";
  const Robots robots = Robots::parse(text);
  CHECK_FALSE(robots.allows("/a"));
  CHECK(robots.allows("/b"));
  CHECK_FALSE(robots.allows("/c/d"));
}

TEST_CASE("links::Robots: the longest rule decides, and of two as long the one that allows") {
  const Robots robots =
      Robots::parse("User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nAllow: /x\nDisallow: /x\n");
  CHECK_FALSE(robots.allows("/a"));
  CHECK_FALSE(robots.allows("/abc"));
  CHECK(robots.allows("/a/b/d"));
  CHECK_FALSE(robots.allows("/a/b/c"));
  CHECK(robots.allows("/x"));
  CHECK(robots.allows("/A"));
}

TEST_CASE("links::Robots: a star is anything, a dollar the end") {
  const Robots robots =
      Robots::parse("User-agent: *\nDisallow: /*.pdf$\nDisallow: /tim?*q=\nDisallow: /end$\nDisallow: /*/in/*/x\n");
  CHECK_FALSE(robots.allows("/a/b.pdf"));
  CHECK_FALSE(robots.allows("/a.pdf.pdf"));
  CHECK(robots.allows("/a.pdf?x"));
  CHECK_FALSE(robots.allows("/tim?a=1&q=2"));
  CHECK(robots.allows("/tim?a=1"));
  CHECK_FALSE(robots.allows("/end"));
  CHECK(robots.allows("/end/"));
  CHECK_FALSE(robots.allows("/a/in/b/in/c/x"));
  CHECK(robots.allows("/in/b/x"));
}

TEST_CASE("links::Robots: one path has many spellings") {
  const Robots robots = Robots::parse("User-agent: *\nDisallow: /t\u1ec9nh\nDisallow: /%7Ea\nDisallow: /b%2fc\n");
  CHECK_FALSE(robots.allows("/t%e1%bb%89nh"));
  CHECK_FALSE(robots.allows("/t%E1%BB%89nh/x"));
  CHECK_FALSE(robots.allows("/~a"));
  CHECK_FALSE(robots.allows("/b%2Fc"));
  CHECK(robots.allows("/b/c"));
  CHECK(robots.allows("/%zz"));
}

TEST_CASE("links::Robots: the pause that a server wants") {
  CHECK(Robots::parse("User-agent: *\nCrawl-delay: 2.5\n").delay() == milliseconds(2500));
  CHECK(Robots::parse("User-agent: *\nCrawl-delay: 2\nUser-agent: thidua\nDisallow: /x\n").delay() == milliseconds(0));
  for (const char* odd : {"", "x", "-1", "nan", "inf"})
    CHECK(Robots::parse(std::string("User-agent: *\nCrawl-delay: ") + odd + "\n").delay() == milliseconds(0));
  CHECK(Robots::parse("User-agent: *\nCrawl-delay: 1e300\n").delay() == std::chrono::hours(24));
}
