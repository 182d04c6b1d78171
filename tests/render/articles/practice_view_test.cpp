#include "render/articles/practice_view.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::render;

namespace {

using Positions = std::vector<std::size_t>;

/// Practices with these topics, the newest first.
struct Fixture {
  explicit Fixture(const std::vector<std::vector<std::string>>& topics) {
    for (std::size_t i = 0; i < topics.size(); ++i) {
      model::Practice& practice = site.practices.emplace_back();
      practice.id = "p" + std::to_string(i);
      practice.topics = topics[i];
    }
    Diagnostics diagnostics;
    routes = routes::make_routes(site, diagnostics);
  }

  Positions related(std::size_t practice) const { return related_practices(site, routes, practice); }

  model::Site site;
  routes::Routes routes;
};

}  // namespace

TEST_CASE("render::related_practices: those that share most topics first, then the newest, never the practice itself") {
  const Fixture f({{"a"}, {"b"}, {"a", "b"}, {"c"}, {"a", "b", "c"}});
  CHECK(f.related(2) == Positions{4, 0, 1});
  CHECK(f.related(4) == Positions{2, 0, 1});
  CHECK(f.related(3) == Positions{4});
}

TEST_CASE("render::related_practices: no more than a few, and none without a shared topic") {
  const Fixture f(std::vector<std::vector<std::string>>(70, {"a"}));
  CHECK(f.related(0) == Positions{1, 2, 3});
  CHECK(f.related(69) == Positions{0, 1, 2});
  CHECK(Fixture({{"a"}, {"b"}, {}}).related(0).empty());
  CHECK(Fixture({{"a"}, {"b"}, {}}).related(2).empty());
}
