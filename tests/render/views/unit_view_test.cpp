#include "render/views/unit_view.hpp"

#include <doctest/doctest.h>

#include "render/theme_words.hpp"

using namespace thidua;
using namespace thidua::render;
using testing::item_of;
using testing::text_of;
using testing::ThemeWords;

namespace {

constexpr model::UnitIndex kNew = 0, kOld = 1;

model::Date day(const char* text) { return model::parse_date(text).value(); }

model::Milestone due(const char* id, std::initializer_list<const char*> dates) {
  model::Milestone milestone;
  milestone.id = milestone.name = id;
  milestone.who = {kNew, kOld};
  milestone.when.is = dates.size() == 0 ? model::WhenKind::not_stated : model::WhenKind::by;
  for (const char* date : dates) milestone.when.dates.push_back({day(date), std::nullopt});
  return milestone;
}

/// A campaign of five years, in the midst of which one of two units became the other, and one that began later.
struct Fixture : ThemeWords {
  Fixture() {
    site.units.resize(2);
    site.units[kOld].successor = {kNew, day("2024-07-01")};
    campaign.id = "p";
    campaign.period.range = {day("2021"), day("2025")};
    campaign.milestones = {due("each year", {"2023-10-31", "2024-06-30", "2024-07-01", "2025-10-31"}),
                           due("later", {"2024-12-31"}), due("undated", {})};
    for (const std::optional<std::size_t> milestone :
         {std::optional<std::size_t>(0), std::optional<std::size_t>(1), std::optional<std::size_t>()}) {
      model::Duty duty;
      duty.who = {kNew, kOld};
      duty.milestone = milestone;
      campaign.duties.push_back(duty);
    }
    model::Campaign next = campaign;
    next.id = "q";
    next.period.range = {day("2024-07-01"), day("2026")};
    site.campaigns = {campaign, next};
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "render::UnitConcerns: a unit that became another has duties of its own time only") {
  const UnitConcerns concerns(site);
  CHECK(concerns.of(kNew).size() == 2);
  const auto old = concerns.of(kOld);
  REQUIRE(old.size() == 1);
  CHECK(old[0].campaign == 0);
  CHECK(old[0].milestones == std::vector<std::size_t>{0, 2});
  CHECK(old[0].duties == std::vector<std::size_t>{0, 2});
}

TEST_CASE_FIXTURE(Fixture, "render::concern_view: a unit that became another has no deadlines from that day on") {
  const UnitConcerns concerns(site);
  const View now = concern_view(site, concerns.of(kNew)[0], words);
  CHECK(now.get("schedule")->get("years")->as_list()->size() == 3);
  const View then = concern_view(site, concerns.of(kOld)[0], words);
  const View& years = *then.get("schedule")->get("years");
  REQUIRE(years.as_list()->size() == 2);
  CHECK(text_of((*years.as_list())[1], "year") == "2024");
  CHECK((*years.as_list())[1].get("dated")->as_list()->size() == 1);
}
