#include "routes/routes.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::routes;

namespace {

model::Article article(const std::string& id, const std::string& file) {
  model::Article a;
  a.id = id;
  a.file = file;
  return a;
}

}  // namespace

TEST_CASE("routes::make_routes: an empty site has its lists and its 404 page") {
  Diagnostics diagnostics;
  const Routes routes = make_routes({}, diagnostics);
  for (const char* url : {"", "phong-trao/", "thoi-han/", "don-vi/", "cach-lam-hay/", "tin-tuc/", "404.html"}) {
    CAPTURE(url);
    CHECK(routes.has(url));
  }
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("routes::make_routes: lists go over several pages of fifty") {
  model::Site site;
  for (int i = 0; i < 101; ++i) site.news.push_back(article("tin-" + std::to_string(i), "content/news/x.md"));
  Diagnostics diagnostics;
  const Routes routes = make_routes(site, diagnostics);
  CHECK(routes.has("tin-tuc/trang-2/"));
  CHECK(routes.has("tin-tuc/trang-3/"));
  CHECK_FALSE(routes.has("tin-tuc/trang-4/"));
}

TEST_CASE("routes::make_routes: two sources of one address are both named, also where only case differs") {
  model::Site site;
  site.pages = {article("gioi-thieu", "content/pages/gioi-thieu.md")};
  site.news = {article("a", "content/news/a.md")};
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
    site.pages = {article(id, "content/pages/x.md")};
    Diagnostics diagnostics;
    make_routes(site, diagnostics);
    CHECK(diagnostics.has_errors());
  }
}
