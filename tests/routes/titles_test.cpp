#include "routes/titles.hpp"

#include <doctest/doctest.h>

#include "routes/routes.hpp"

using namespace thidua;
using namespace thidua::routes;

namespace {

struct Fixture {
  model::Site site;
  Diagnostics diagnostics;

  void news(const char* id, const char* title, bool searched = true) {
    model::News one;
    one.id = id;
    one.title = title;
    one.searched = searched;
    one.file = std::string("content/news/") + id + ".md";
    site.news.push_back(std::move(one));
  }

  /// "d: Dao, Đào; " and so on.
  std::string letters() {
    const Routes routes = make_routes(site, diagnostics);
    std::string out;
    for (const Letter& letter : routes.letters) {
      out += letter.slug + ":";
      for (const std::size_t page : letter.pages) out += " " + *own_title(site, routes.pages[page]) + ",";
      out += " ";
    }
    return out;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "routes::letters_of: marks count for nothing but the order") {
  for (const auto& [id, title] :
       {std::pair{"a", "Đường mới"}, {"b", "Dân hỏi"}, {"c", "Ấp Bắc"}, {"d", "An toàn"}, {"e", "Đào tạo"}})
    news(id, title);
  CHECK(letters() == "a: An toàn, Ấp Bắc, d: Dân hỏi, Đào tạo, Đường mới, ");
}

TEST_CASE_FIXTURE(
    Fixture, "routes::letters_of: digits and other signs have lists of their own, quotation marks are passed over") {
  news("a", "5 việc cần làm");
  news("b", "“Ba không”");
  news("c", "«…»");
  news("d", "Ω là gì");
  CHECK(letters() == "b: “Ba không”, khac: «…», Ω là gì, so: 5 việc cần làm, ");
}

TEST_CASE_FIXTURE(Fixture, "routes::letters_of: what readers shall not find is not listed") {
  news("a", "Tin thường");
  news("b", "Tin riêng", false);
  CHECK(letters() == "t: Tin thường, ");
}

TEST_CASE_FIXTURE(Fixture, "routes::make_routes: a letter with many titles takes several pages below the search page") {
  for (std::size_t i = 0; i <= kListLength; ++i) news(("tin-" + std::to_string(i)).c_str(), "Tin");
  const Routes routes = make_routes(site, diagnostics);
  CHECK(routes.has("tim-kiem/"));
  CHECK(routes.has("tim-kiem/t/"));
  CHECK(routes.has("tim-kiem/t/trang-2/"));
  CHECK_FALSE(routes.has("tim-kiem/t/trang-3/"));
  CHECK_FALSE(routes.has("tim-kiem/a/"));
}
