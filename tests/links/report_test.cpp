#include "links/report.hpp"

#include <doctest/doctest.h>

#include "links/anchors.hpp"

using namespace thidua;
using namespace thidua::links;

namespace {

constexpr const char* kBase = "https://thidua.vn/cong/";

std::vector<std::string> outside(std::vector<std::string> urls) {
  std::vector<render::WrittenLink> links;
  for (std::string& url : urls) links.push_back({std::move(url), {"content/news/a.md", 1, 0}, ""});
  std::vector<std::string> out;
  for (const OutsideLink& link : outside_links(links, kBase)) out.push_back(link.address ? link.address->text : "none");
  return out;
}

}  // namespace

TEST_CASE("links::own_path: what leads within the site") {
  CHECK(own_path("/tin-tuc/#a", kBase) == "tin-tuc/#a");
  CHECK(own_path("https://thidua.vn/cong/tin-tuc/?q", kBase) == "tin-tuc/?q");
  CHECK(own_path("https://thidua.vn/cong", kBase) == "");
  CHECK_FALSE(own_path("https://thidua.vn/cong-vu/", kBase));
  CHECK_FALSE(own_path("https://thidua.vn/", kBase));
  CHECK_FALSE(own_path("//thidua.vn/cong/", kBase));
  CHECK_FALSE(own_path("#a", kBase));
}

TEST_CASE("links::outside_links: the web on other hosts, without fragments") {
  CHECK(outside({"https://a.vn/x#y", "HTTP://a.vn", "/tin-tuc/", "#a", "mailto:a@b.vn", "tel:113",
                 "https://thidua.vn/cong/", "https://thidua.vn/khac"}) ==
        std::vector<std::string>{"https://a.vn/x", "http://a.vn/", "https://thidua.vn/khac"});
  CHECK(outside({"https://", "http://user:word@a.vn/"}) == std::vector<std::string>{"none", "none"});
}

TEST_CASE("links::report: at each place of an address, and nothing where it works or was not asked") {
  const auto link = [](const std::string& url, int line) {
    return OutsideLink{url, {"content/news/a.md", line, 0}, http::parse_url(url)};
  };
  const std::vector<OutsideLink> links = {link("https://a.vn/#x", 9), link("https://a.vn/", 3),
                                          link("https://b.vn/", 4), link("https://c.vn/", 5), link("https://", 6)};
  Diagnostics diagnostics;
  report(links, {{"https://a.vn/", {Outcome::gone, "HTTP 404"}}, {"https://b.vn/", {}}}, diagnostics);
  const auto sorted = diagnostics.sorted();
  REQUIRE(sorted.size() == 3);
  CHECK(sorted[0].place.line == 3);
  CHECK(sorted[1].place.line == 6);
  CHECK(sorted[1].code == Code::link_no_address);
  CHECK(sorted[2].place.line == 9);
  CHECK(sorted[2].args[0] == "https://a.vn/#x");
}

TEST_CASE("links::report: exactly what is broken is an error") {
  for (int i = 1; i <= static_cast<int>(Outcome::local_network); ++i) {
    const auto outcome = static_cast<Outcome>(i);
    Diagnostics diagnostics;
    report({{"https://a.vn/", {}, http::parse_url("https://a.vn/")}}, {{"https://a.vn/", {outcome, "x"}}}, diagnostics);
    CAPTURE(i);
    CHECK(diagnostics.sorted().size() == 1);
    CHECK(diagnostics.has_errors() == is_broken(outcome));
  }
}
