#include "routes/page_dates.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::routes;

namespace {

model::Date date(const char* text) { return model::parse_date(text).value(); }

model::Correction correction(const char* day, const std::string& of) {
  model::Correction out;
  out.date = date(day);
  out.of = of;
  return out;
}

/// The day of the page with this address, as `2024-05-01`; empty where it has none.
std::string day_of(const model::Site& site, const std::string& url) {
  Diagnostics diagnostics;
  const Routes routes = make_routes(site, diagnostics);
  for (const Route& route : routes.pages) {
    if (route.url != url) continue;
    const auto day = PageDates(site).of(routes, route);
    return day ? model::to_string(model::date_of(*day)) : "";
  }
  FAIL("no page at ", url);
  return "";
}

template <class Kind>
Kind article(const std::string& id, const char* day) {
  Kind out;
  out.id = id;
  out.date = date(day);
  return out;
}

/// A campaign of 2022 in which two wards took part: the first has an award and a score, the second a score.
model::Site campaign_site() {
  model::Site site;
  site.units.resize(2);
  site.units[0].id = "thi-xa/phuong-1";
  site.units[1].id = "thi-xa/phuong-2";
  model::Campaign& campaign = site.campaigns.emplace_back();
  campaign.id = "thi-xa-2022";
  campaign.updated = date("2022-02-01");
  model::Result& result = campaign.results.emplace_back();
  result.decision.date = date("2023-03-01");
  model::Award& award = result.awards.emplace_back();
  award.id = "giay-khen-1";
  award.unit = 0;
  model::ScoreTable& table = campaign.scores.emplace_back();
  table.year = 2022;
  table.published = date("2023-01-15");
  table.scores.resize(2);
  table.scores[1].unit = 1;
  return site;
}

}  // namespace

TEST_CASE("routes::PageDates: news changed when it was updated, else when it was published") {
  model::Site site;
  site.news.push_back(article<model::News>("tin-1", "2024-05-01"));
  site.news.push_back(article<model::News>("tin-2", "2024-05-02"));
  CHECK(day_of(site, "tin-tuc/tin-1/") == "2024-05-01");
  site.news[0].updated = date("2024-06-07");
  CHECK(day_of(site, "tin-tuc/tin-1/") == "2024-06-07");
  CHECK(day_of(site, "tin-tuc/") == "2024-06-07");
  CHECK(day_of(site, "") == "2024-06-07");
}

TEST_CASE("routes::PageDates: the month when a practice was introduced is no day of a change") {
  model::Site site;
  site.practices.push_back(article<model::Practice>("hai", "2024-10"));
  CHECK(day_of(site, "cach-lam-hay/hai/") == "");
  CHECK(day_of(site, "cach-lam-hay/") == "");
  CHECK(day_of(site, "") == "");
  site.practices[0].verified = date("2025-01-20");
  CHECK(day_of(site, "cach-lam-hay/hai/") == "2025-01-20");
  CHECK(day_of(site, "cach-lam-hay/") == "2025-01-20");
  site.practices[0].updated = date("2025-02-03");
  CHECK(day_of(site, "cach-lam-hay/hai/") == "2025-02-03");
}

TEST_CASE("routes::PageDates: a list over several pages has the newest day of each page's own entries") {
  model::Site site;
  for (int i = 0; i < 51; ++i)
    site.news.push_back(article<model::News>("tin-" + std::to_string(i), i < 50 ? "2024-05-01" : "2023-04-01"));
  CHECK(day_of(site, "tin-tuc/") == "2024-05-01");
  CHECK(day_of(site, "tin-tuc/trang-2/") == "2023-04-01");
}

TEST_CASE("routes::PageDates: each part of a campaign has the newest day of the plan and of its own records") {
  const model::Site site = campaign_site();
  CHECK(day_of(site, "phong-trao/thi-xa-2022/") == "2023-03-01");
  CHECK(day_of(site, "phong-trao/thi-xa-2022/tieu-chi/") == "2022-02-01");
  CHECK(day_of(site, "phong-trao/thi-xa-2022/ket-qua/") == "2023-03-01");
  CHECK(day_of(site, "phong-trao/thi-xa-2022/xep-hang/") == "2023-01-15");
  CHECK(day_of(site, "dinh-chinh/") == "");
  CHECK(day_of(site, "don-vi/") == "");
}

TEST_CASE("routes::PageDates: a unit's page has the day of what tells of it, also of its own corrections") {
  model::Site site = campaign_site();
  const std::string first = "don-vi/thi-xa/phuong-1/", second = "don-vi/thi-xa/phuong-2/";
  CHECK(day_of(site, first) == "2023-03-01");
  CHECK(day_of(site, second) == "2023-01-15");
  model::Campaign& campaign = site.campaigns[0];
  campaign.results[0].corrections = {correction("2023-05-05", "giay-khen-1")};
  campaign.scores[0].corrections = {correction("2023-06-06", "thi-xa/phuong-2")};
  CHECK(day_of(site, first) == "2023-05-05");
  CHECK(day_of(site, second) == "2023-06-06");
  CHECK(day_of(site, "dinh-chinh/") == "2023-06-06");
  campaign.results[0].corrections.push_back(correction("2023-07-07", "decision"));
  campaign.scores[0].corrections.push_back(correction("2023-08-08", "scores"));
  CHECK(day_of(site, first) == "2023-08-08");
  CHECK(day_of(site, second) == "2023-08-08");
}
