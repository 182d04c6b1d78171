#include "render/records/history_view.hpp"

#include <doctest/doctest.h>

#include "render/theme_words.hpp"

using namespace thidua;
using namespace thidua::render;
using testing::item_of;
using testing::text_of;
using testing::ThemeWords;

namespace {

constexpr model::UnitIndex kNew = 0, kOld = 1, kOlder = 2, kOther = 3;

model::Date day(const char* text) { return model::parse_date(text).value(); }

model::Score score(model::UnitIndex unit, int rank, bool tied) {
  return {.unit = unit, .points = {"90", 90}, .maximum = {"100", 100}, .rank = rank, .tied = tied};
}

/// A unit that two others became, one after the other; each has a score of its time and one of them an award.
struct Fixture : ThemeWords {
  rules::Verdicts verdicts = {{{rules::Verdict::not_satisfied}}};

  Fixture() {
    site.localities.resize(1);
    site.units.resize(4);
    site.units[kNew].name = "Phường Mới";
    site.units[kOld].name = "Xã Cũ";
    site.units[kOlder].name = "Xã Cũ hơn";
    site.units[kOld].successor = {kNew, day("2023-01-01")};
    site.units[kOlder].successor = {kOld, day("2020-01-01")};
    campaign.id = "p";
    campaign.award_forms = {{.id = "giay-khen", .name = "Giấy khen"}};
    campaign.scores = {{.year = 2019, .scores = {score(kOlder, 1, false)}},
                       {.year = 2022, .scores = {score(kOld, 1, true), score(kOther, 1, true)}},
                       {.year = 2023, .scores = {score(kNew, 1, false)}}};
    model::Result result;
    result.id = "2022";
    result.decision = {.number = "33/QĐ-UBND", .date = day("2023-02-20")};
    model::Award award;
    award.id = "cu";
    award.unit = kOld;
    result.awards = {award};
    campaign.results = {result};
    site.campaigns = {campaign};
  }

  const std::string none;
  std::function<const std::string&(const UnitConcerns::InCampaign&)> html_of = [this](const auto&) -> const auto& {
    return none;
  };

  View history(model::UnitIndex unit) { return history_view(site, unit, UnitConcerns(site), verdicts, words); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "render::history_view: the years, the latest first, those under former names too") {
  const View view = history(kNew);
  REQUIRE(view.get("scores")->as_list()->size() == 3);
  CHECK(text_of(item_of(view, "scores", 0), "year") == "2023");
  CHECK(text_of(item_of(view, "scores", 0), "under") == "-");
  CHECK(text_of(item_of(view, "scores", 1), "under") == "Xã Cũ");
  CHECK(text_of(item_of(view, "scores", 2), "under") == "Xã Cũ hơn");
}

TEST_CASE_FIXTURE(Fixture, "render::history_view: a rank says among how many, and that it is shared") {
  const View view = history(kOld);
  CHECK(text_of(item_of(view, "scores", 0), "place") == "1");
  CHECK(text_of(item_of(view, "scores", 0), "of") == "2");
  CHECK_FALSE(item_of(view, "scores", 0).get("tied")->is_false());
}

TEST_CASE_FIXTURE(Fixture, "render::history_view: an award with its verdict, and the way to it") {
  const View view = history(kNew);
  REQUIRE(view.get("awards")->as_list()->size() == 1);
  const View& award = item_of(view, "awards", 0);
  CHECK(text_of(award, "href") == "phong-trao/p/ket-qua/#2022-cu");
  CHECK(text_of(*award.get("verdict"), "word") == "Không đáp ứng");
  CHECK(text_of(award, "under") == "Xã Cũ");
}

TEST_CASE_FIXTURE(Fixture, "render::history_view: a former unit has its own time only") {
  const View view = history(kOlder);
  CHECK(view.get("scores")->as_list()->size() == 1);
  CHECK(view.get("has_awards")->is_false());
  CHECK_FALSE(view.get("has_records")->is_false());
}

TEST_CASE_FIXTURE(Fixture, "render::unit_page: what was told about a former unit, under its name") {
  const auto about = [](const char* id, model::UnitIndex unit) {
    model::Practice practice;
    practice.id = practice.title = id;
    practice.unit = unit;
    return practice;
  };
  site.practices = {about("moi", kNew), about("khac", kOther), about("cu", kOld)};
  const View view = unit_page(site, kNew, UnitConcerns(site), words, html_of);
  REQUIRE(view.get("practices")->as_list()->size() == 2);
  CHECK(text_of(item_of(view, "practices", 0), "title") == "moi");
  CHECK(text_of(item_of(view, "practices", 0), "under") == "-");
  CHECK(text_of(item_of(view, "practices", 1), "title") == "cu");
  CHECK(text_of(item_of(view, "practices", 1), "under") == "Xã Cũ");
  CHECK(unit_page(site, kOlder, UnitConcerns(site), words, html_of).get("has_practices")->is_false());
}
