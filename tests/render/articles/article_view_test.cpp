#include "render/articles/article_view.hpp"

#include <doctest/doctest.h>

#include "render/articles/practice_view.hpp"

using namespace thidua;
using namespace thidua::render;

namespace {

const Strings kStrings("theme.json", {{"date.day", "ngày {day} tháng {month} năm {year}"},
                                      {"recipient.collective", "Tập thể"},
                                      {"number.group", "."},
                                      {"number.decimal", ","}});

std::string text(const View& view, const char* name) {
  const View* member = view.get(name);
  REQUIRE(member != nullptr);
  return std::string(member->as_text().value_or(member->is_false() ? "false" : "no text"));
}

/// A site whose only campaign has given one award.
struct Fixture {
  Fixture() {
    model::Campaign& campaign = site.campaigns.emplace_back();
    campaign.id = "c";
    campaign.short_title = "Thi đua";
    campaign.award_forms.emplace_back().name = "Giấy khen";
    model::Result& result = campaign.results.emplace_back();
    result.id = "nam-2025";
    result.decision.date = *model::parse_date("2025-07-31");
    result.awards.emplace_back().name = "Tổ Một";
    result.awards.back().id = "to-mot";
  }

  model::Site site;
  routes::Routes routes;
  Diagnostics diagnostics;
  Words words{kStrings, site, diagnostics};
  Markdown markdown{routes};
  const std::string root = "../../";
  ArticleContext context{site, words, markdown, root, diagnostics};
};

}  // namespace

TEST_CASE_FIXTURE(
    Fixture, "render::award_link: form, recipient, campaign and day of an award, and where its results tell of it") {
  const View award = award_link(context, {0, 0, 0});
  CHECK(text(award, "form") == "Giấy khen");
  CHECK(text(award, "name") == "Tổ Một");
  CHECK(text(award, "campaign") == "Thi đua");
  CHECK(text(award, "href") == "phong-trao/c/ket-qua/#nam-2025-to-mot");
  CHECK(text(*award.get("date"), "text") == "ngày 31 tháng 7 năm 2025");
}

TEST_CASE_FIXTURE(Fixture,
                  "render::add_belonging: the place of a unit, where there are several and its name says none") {
  site.localities.resize(1);
  site.localities[0].name = "Đô thị Một";
  site.units.resize(1);
  site.units[0].name = "Phòng Nội vụ";
  model::Practice practice;
  const auto locality = [&] {
    View view;
    add_belonging(context, practice, view);
    return text(view, "locality");
  };
  CHECK(locality() == "false");
  practice.unit = 0;
  CHECK(locality() == "false");
  site.localities.resize(2);
  CHECK(locality() == "Đô thị Một");
  site.units[0].name = "UBND đô thị Một";
  CHECK(locality() == "false");
}

TEST_CASE_FIXTURE(Fixture, "render::exemplar_page: the award that recognised it, or none") {
  model::Exemplar exemplar;
  CHECK(exemplar_page(context, exemplar).get("awards")->as_list()->empty());
  exemplar.award = model::AwardRef{0, 0, 0};
  CHECK(exemplar_page(context, exemplar).get("awards")->as_list()->size() == 1);
}

TEST_CASE_FIXTURE(Fixture,
                  "render::practice_page: a unit of measure stands at numbers only; no part is left undefined") {
  model::Practice& practice = site.practices.emplace_back();
  practice.measures = {{"a", "12.5", "chưa đo", "ngày"}, {"b", "-3", "80", "%"}};
  const View page = practice_page(context, routes, 0);
  const View::List& measures = *page.get("measures")->as_list();
  CHECK(text(measures.at(0), "before") == "12,5 ngày");
  CHECK(text(measures.at(0), "after") == "chưa đo");
  CHECK(text(measures.at(1), "before") == "-3%");
  CHECK(text(measures.at(1), "after") == "80%");
  for (const char* part :
       {"problem", "solution", "result", "cost", "conditions", "lessons", "replication", "correction"})
    CHECK(text(page, part) == "false");
}

TEST_CASE_FIXTURE(Fixture, "render::practice_page: evidence leads out, to pages from where the page lies, or nowhere") {
  routes.known = {{"thoi-han/", 0}};
  routes.left_out = {"tin-tuc/sap-dang/"};
  model::Practice& practice = site.practices.emplace_back();
  practice.evidence = {
      {"a", "https://x.example/", {}}, {"b", "/thoi-han/#x", {}}, {"c", "/tin-tuc/sap-dang/", {}}, {"d", "", {}}};
  const View page = practice_page(context, routes, 0);
  const View::List& evidence = *page.get("evidence")->as_list();
  CHECK(text(evidence.at(0), "target") == "https://x.example/");
  CHECK(text(evidence.at(1), "target") == "../../thoi-han/#x");
  CHECK(text(evidence.at(2), "target") == "false");
  CHECK(text(evidence.at(3), "target") == "false");
  CHECK(diagnostics.sorted().empty());
}
