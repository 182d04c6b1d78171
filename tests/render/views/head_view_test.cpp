#include "render/views/head_view.hpp"

#include <doctest/doctest.h>

#include "base/hash.hpp"
#include "render/theme_words.hpp"

using namespace thidua;
using namespace thidua::render;
using routes::PageKind;
using testing::text_of;
using testing::ThemeWords;

namespace {

struct Fixture : ThemeWords {
  routes::Routes made;  ///< outlives the views that borrow from it

  Fixture() {
    site.info = {.name = "Trang", .authority = "UBND", .base_url = "https://h/"};
    site.localities = {{.id = "x", .name = "Xã </script> X"}};
    site.units = {{.id = "x/khoi", .name = "Khối", .kind = model::UnitKind::block},
                  {.id = "x/phuong", .name = "Phường </script><script>alert(1)", .block = 0}};
    model::News news;
    news.id = "a";
    news.title = "\"</script><!--";
    news.date = model::parse_date("2025-Q4");
    site.news = {news};
  }

  /// The members of a page's head.
  View head(PageKind kind, std::size_t subject = 0) {
    made = routes::make_routes(site, diagnostics);
    const routes::Route route{.kind = kind, .subject = subject};
    View page;
    page["canonical"] = "https://h/p/";
    page["breadcrumbs"] = list();
    append(page["breadcrumbs"], object("text", "Trang chủ", "href", object("href", "")));
    append(page["breadcrumbs"], object("text", "</script>", "href", false));
    const model::Article* article = kind == PageKind::news ? &site.news[subject] : nullptr;
    add_head({site, made, route, article, words}, page);
    return page;
  }
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE_FIXTURE(Fixture, "render::add_head: hostile names stay within their JSON") {
  for (const auto& [kind, subject] : {std::pair{PageKind::news, 0}, std::pair{PageKind::unit, 1}}) {
    const std::string json = text_of(head(kind, static_cast<std::size_t>(subject)), "json_ld");
    CHECK(json.starts_with("{\"@context\":\"https://schema.org\",\"@graph\":[{"));
    CHECK_FALSE(holds(json, "<"));
  }
}

TEST_CASE_FIXTURE(Fixture, "render::add_head: news is an article with its date; a quarter is its first month") {
  const View page = head(PageKind::news);
  CHECK(text_of(page, "og_type") == "article");
  CHECK(holds(text_of(page, "json_ld"), R"("@type":"NewsArticle")"));
  CHECK(holds(text_of(page, "json_ld"), R"("datePublished":"2025-10")"));
  CHECK_FALSE(holds(text_of(page, "json_ld"), "creativeWorkStatus"));
  site.news[0].illustrative = true;
  CHECK(holds(text_of(head(PageKind::news), "json_ld"), "creativeWorkStatus"));
}

TEST_CASE_FIXTURE(Fixture, "render::add_head: a unit is an organization, a block of units is none") {
  CHECK(holds(text_of(head(PageKind::unit, 1), "json_ld"), "GovernmentOrganization"));
  CHECK_FALSE(holds(text_of(head(PageKind::unit, 0), "json_ld"), "GovernmentOrganization"));
}

TEST_CASE_FIXTURE(Fixture, "render::add_head: the way to the page, the last step without an address") {
  const std::string json = text_of(head(PageKind::criteria), "json_ld");
  CHECK(holds(json, R"({"@type":"ListItem","position":1,"name":"Trang chủ","item":"https://h/"})"));
  CHECK(holds(json, R"({"@type":"ListItem","position":2,"name":"\u003c/script\u003e"})"));
}

TEST_CASE_FIXTURE(Fixture, "render::add_head: a unit that is not named has the calendar of its block; none, no link") {
  CHECK(head(PageKind::unit, 1).get("calendar")->is_false());
  model::Campaign plan;
  plan.id = "thu";
  model::Milestone milestone;
  milestone.id = "m";
  milestone.who = {0};
  milestone.when.is = model::WhenKind::by;
  milestone.when.dates = {{model::parse_date("2025-03-01").value(), std::nullopt}};
  plan.milestones = {milestone};
  site.campaigns = {plan};
  CHECK(text_of(*head(PageKind::unit, 1).get("calendar"), "href") == "lich/don-vi/x/khoi.ics");
  CHECK(text_of(*head(PageKind::deadlines).get("calendar"), "href") == "lich/thu.ics");
  CHECK(text_of(*head(PageKind::all_deadlines).get("calendar"), "href") == "lich/tat-ca.ics");
  CHECK(head(PageKind::criteria).get("calendar")->is_false());
}

TEST_CASE_FIXTURE(Fixture, "render::add_head: the feeds that belong to the page") {
  CHECK(head(PageKind::home).get("feeds")->as_list()->size() == 4);
  CHECK(text_of(head(PageKind::news).get("feeds")->as_list()->at(0), "href") == "tin-tuc/feed.xml");
  CHECK(text_of(head(PageKind::results).get("feeds")->as_list()->at(0), "href") == "ket-qua.xml");
  CHECK_FALSE(head(PageKind::criteria).get("feeds")->is_filled_list());
}

TEST_CASE_FIXTURE(Fixture, "render::add_head: what is not found and what moved say nothing of themselves") {
  CHECK(head(PageKind::not_found).get("json_ld")->is_false());
  CHECK(head(PageKind::alias).get("json_ld")->is_false());
}

TEST_CASE_FIXTURE(
    Fixture,
    "render::add_head: the policy names the page's data by its hash beside the site's scripts, and nothing else") {
  const View page = head(PageKind::news);
  std::string expected = words.get("machine.policy");
  const std::size_t at = expected.find("script-src 'self'");
  REQUIRE(at != std::string::npos);
  expected.insert(at + 11, "'sha256-" + base::sha256_base64(text_of(page, "json_ld")) + "' ");
  CHECK(text_of(page, "policy") == expected);
  CHECK(text_of(head(PageKind::not_found), "policy") == words.get("machine.policy"));
}
