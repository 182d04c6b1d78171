#include "routes/routes.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::routes;

namespace {

template <class Kind>
Kind article(const std::string& id, const std::string& file) {
  Kind a;
  a.id = id;
  a.file = file;
  return a;
}

}  // namespace

TEST_CASE("routes::make_routes: an empty site has its lists and its 404 page") {
  Diagnostics diagnostics;
  const Routes routes = make_routes({}, diagnostics);
  for (const char* url :
       {"", "phong-trao/", "thoi-han/", "dinh-chinh/", "don-vi/", "cach-lam-hay/", "tin-tuc/", "404.html"}) {
    CAPTURE(url);
    CHECK(routes.has(url));
  }
  CHECK(routes.has("dien-hinh/"));
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("routes::make_routes: lists go over several pages of fifty") {
  model::Site site;
  for (int i = 0; i < 101; ++i)
    site.news.push_back(article<model::News>("tin-" + std::to_string(i), "content/news/x.md"));
  Diagnostics diagnostics;
  const Routes routes = make_routes(site, diagnostics);
  CHECK(routes.has("tin-tuc/trang-2/"));
  CHECK(routes.has("tin-tuc/trang-3/"));
  CHECK_FALSE(routes.has("tin-tuc/trang-4/"));
}

TEST_CASE("routes::make_routes: the corrections of all campaigns, newest first, over pages of fifty") {
  const auto corrections = [](const char* date, std::size_t count) {
    model::Correction correction;
    correction.date = model::parse_date(date).value();
    return std::vector<model::Correction>(count, correction);
  };
  model::Site site;
  site.campaigns.resize(2);
  site.campaigns[0].id = "a";
  site.campaigns[0].results.resize(1);
  site.campaigns[0].results[0].corrections = corrections("2023-01-01", 50);
  site.campaigns[1].id = "b";
  site.campaigns[1].scores.resize(1);
  site.campaigns[1].scores[0].corrections = corrections("2023-01-02", 1);
  Diagnostics diagnostics;
  const Routes routes = make_routes(site, diagnostics);
  REQUIRE(routes.corrections.size() == 51);
  CHECK(routes.corrections.front().campaign == 1);
  CHECK(routes.corrections.front().of_scores);
  CHECK(routes.corrections.back().correction == 49);
  CHECK(routes.has("dinh-chinh/trang-2/"));
  CHECK_FALSE(routes.has("dinh-chinh/trang-3/"));
}

TEST_CASE("routes::make_routes: two sources of one address are both named, also where only case differs") {
  model::Site site;
  site.pages = {article<model::Page>("gioi-thieu", "content/pages/gioi-thieu.md")};
  site.news = {article<model::News>("a", "content/news/a.md")};
  site.news[0].aliases = {"/Gioi-Thieu/"};
  Diagnostics diagnostics;
  make_routes(site, diagnostics);
  const auto found = diagnostics.sorted();
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::url_taken);
  CHECK(found[0].place.file == "content/news/a.md");
  CHECK(found[0].args == std::vector<std::string>{"/Gioi-Thieu/", "content/pages/gioi-thieu.md"});
}

TEST_CASE("routes::make_routes: a page cannot take the place of a list or of the assets") {
  for (const char* id : {"tin-tuc", "assets", "media"}) {
    CAPTURE(id);
    model::Site site;
    site.pages = {article<model::Page>(id, "content/pages/x.md")};
    Diagnostics diagnostics;
    make_routes(site, diagnostics);
    CHECK(diagnostics.has_errors());
  }
}

TEST_CASE("routes::make_routes: a topic has the practices, exemplars and news that name it") {
  model::Site site;
  site.practices = {article<model::Practice>("p", "p.md")};
  site.exemplars = {article<model::Exemplar>("e", "e.md"), article<model::Exemplar>("f", "f.md")};
  site.news = {article<model::News>("n", "n.md")};
  site.practices[0].topics = site.exemplars[1].topics = site.news[0].topics = {"so-hoa"};
  Diagnostics diagnostics;
  const Routes routes = make_routes(site, diagnostics);
  REQUIRE(routes.topics.size() == 1);
  CHECK(routes.topics[0].practices == std::vector<std::size_t>{0});
  CHECK(routes.topics[0].exemplars == std::vector<std::size_t>{1});
  CHECK(routes.topics[0].news == std::vector<std::size_t>{0});
  for (const char* url : {"cach-lam-hay/p/", "dien-hinh/e/", "dien-hinh/f/", "tin-tuc/n/", "chu-de/so-hoa/"}) {
    CAPTURE(url);
    CHECK(routes.has(url));
  }
}

TEST_CASE("routes::make_routes: what is left out has no page, but its addresses are known; another may stand there") {
  model::Site site;
  site.left_out = {{"exemplars/e", {"/x", "/y/"}, {}}, {"practices/p", {}, {}}};
  site.pages = {article<model::Page>("y", "y.md")};
  Diagnostics diagnostics;
  const Routes routes = make_routes(site, diagnostics);
  for (const char* url : {"dien-hinh/e/", "x/", "cach-lam-hay/p/"}) {
    CAPTURE(url);
    CHECK_FALSE(routes.has(url));
    CHECK(routes.left_out.contains(url));
  }
  CHECK(routes.has("y/"));
  CHECK_FALSE(routes.left_out.contains("y/"));
}
