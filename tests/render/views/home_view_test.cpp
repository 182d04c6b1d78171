#include "render/views/home_view.hpp"

#include <doctest/doctest.h>

#include "render/theme_words.hpp"

using namespace thidua;
using namespace thidua::render;
using testing::item_of;
using testing::text_of;
using testing::ThemeWords;

namespace {

model::Date day(const char* text) { return model::parse_date(text).value(); }

struct Fixture : ThemeWords {
  Fixture() {
    site.units.resize(1);
    site.now = model::parse_moment("2025-03-14T10:00").value();
    campaign.period.range = {day("2021"), day("2025")};
  }

  model::Milestone& milestone(const char* name, model::WhenKind is, const char* date) {
    model::Milestone& added = campaign.milestones.emplace_back();
    added.name = name;
    added.when.is = is;
    added.when.dates = {{day(date), std::nullopt}};
    return added;
  }

  model::Result& result(const char* number, const char* date) {
    model::Result& added = campaign.results.emplace_back();
    added.decision.number = number;
    added.decision.date = day(date);
    return added;
  }

  View home() {
    site.campaigns.push_back(campaign);
    View view;
    add_home(site, words, view);
    return view;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "render::add_home: deadlines from the day of the build on, the nearest first") {
  milestone("later", model::WhenKind::within, "2025-Q4");
  milestone("today is its last day", model::WhenKind::before, "2025-03-15");
  milestone("over", model::WhenKind::before, "2025-03-14");
  milestone("withdrawn", model::WhenKind::by, "2025-06-30").withdrawn = model::Withdrawal{.on = day("2025-02-01")};
  const View view = home();
  REQUIRE(view.get("upcoming")->as_list()->size() == 2);
  CHECK(text_of(item_of(view, "upcoming", 0), "name") == "today is its last day");
  CHECK(text_of(item_of(view, "upcoming", 0), "due") == "2025-03-14");
  CHECK(text_of(item_of(view, "upcoming", 1), "due") == "2025-12-31");
}

TEST_CASE_FIXTURE(Fixture, "render::add_home: a deadline that a later document moved stands at its new day") {
  model::Milestone& moved = milestone("moved", model::WhenKind::by, "2025-03-01");
  moved.changes.push_back({.from = day("2025-02-01"), .value = moved.when, .clauses = {}});
  moved.changes[0].value.dates[0].date = day("2025-03-20");
  const View view = home();
  REQUIRE(view.get("upcoming")->as_list()->size() == 1);
  CHECK(text_of(item_of(view, "upcoming", 0), "due") == "2025-03-20");
}

TEST_CASE_FIXTURE(Fixture, "render::add_home: nothing is due, and the page can say so") {
  milestone("over", model::WhenKind::by, "2024");
  CHECK_FALSE(home().get("upcoming")->is_filled_list());
}

TEST_CASE_FIXTURE(Fixture, "render::add_home: the five latest decisions, the newest first") {
  for (const char* date : {"2021-01-05", "2022-01-05", "2024-01-05", "2023-01-05", "2020-01-05", "2019-01-05"})
    result(date, date);
  const View view = home();
  REQUIRE(view.get("results")->as_list()->size() == 5);
  CHECK(text_of(item_of(view, "results", 0), "number") == "2024-01-05");
  CHECK(text_of(item_of(view, "results", 4), "number") == "2020-01-05");
}

TEST_CASE_FIXTURE(Fixture, "render::add_home: campaigns that end last stand first") {
  campaign.short_title = "over";
  site.campaigns.push_back(campaign);
  campaign.short_title = "running";
  campaign.period.range.to = day("2030");
  CHECK(text_of(item_of(home(), "campaigns", 0), "short_title") == "running");
}
