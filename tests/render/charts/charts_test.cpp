// Charts: what is drawn where, and what is said of it. What stands in words is compared with the numbers, not with
// sentences.
#include <doctest/doctest.h>

#include "render/charts/axis.hpp"
#include "render/charts/ranking_chart.hpp"
#include "render/charts/sparkline.hpp"
#include "render/charts/timeline.hpp"
#include "render/theme_words.hpp"

using namespace thidua;
using namespace thidua::render;
using thidua::testing::item_of;
using thidua::testing::text_of;

namespace {

struct Fixture : thidua::testing::ThemeWords {
  Fixture() {
    for (const char* name : {"Khối xã", "Xã A", "Xã B", "Xã C"}) site.units.emplace_back().name = name;
    for (std::size_t i = 0; i < site.units.size(); ++i) site.units[i].id = "x/" + std::to_string(i);
  }

  CampaignContext context() const { return {site, campaign, words}; }

  static model::Score score(model::UnitIndex unit, double points) {
    model::Score out;
    out.unit = unit;
    out.block = 0;
    out.points.value = points;
    out.maximum.value = 100;
    return out;
  }

  model::Condition& index_condition(double percent) {
    model::Standard& standard = campaign.standards.emplace_back();
    model::Condition& condition = standard.conditions.emplace_back();
    model::Check& check = condition.check.emplace();
    check.kind = model::CheckKind::index;
    check.comparator = model::Comparator::more_than;
    check.value = percent;
    check.spelling = std::to_string(static_cast<int>(percent));
    check.unit = "%";
    return condition;
  }

  model::Milestone& milestone(const char* date) {
    model::Milestone& out = campaign.milestones.emplace_back();
    out.name = date;
    out.when.is = model::WhenKind::before;
    out.when.dates.push_back({*model::parse_date(date), std::nullopt});
    return out;
  }
};

}  // namespace

TEST_CASE("render::Axis: is proportional and keeps to its ends") {
  const Axis axis(200, 82);
  CHECK(axis.at(0) == 0);
  CHECK(axis.at(100) == doctest::Approx(41));
  CHECK(axis.at(200) == doctest::Approx(82));
  CHECK(axis.at(500) == doctest::Approx(82));
  CHECK(axis.at(-1) == 0);
  CHECK(Axis(0, 82).at(5) == 0);
  CHECK(percent(100.0 / 3) == "33.33%");
  CHECK(percent(82) == "82%");
}

TEST_CASE("render::shortened: cuts long names between letters, and says so") {
  CHECK(shortened("Xã A") == "Xã A");
  std::string name;
  for (int i = 0; i < 32; ++i) name += "ờ";
  CHECK(shortened(name) == name);
  CHECK(shortened(name + "ờ") == name + "…");
  CHECK(shortened(name + "abc") == name + "…");
}

TEST_CASE_FIXTURE(Fixture, "render::ranking_chart: a bar is as long as the share, its value is the table's") {
  const std::vector<model::Score> scores = {score(1, 93.5), score(2, 50)};
  const View chart = ranking_chart(context(), 2024, scores);
  CHECK(text_of(item_of(chart, "bars", 0), "name") == "Xã A");
  CHECK(text_of(item_of(chart, "bars", 0), "value") == "93,5%");
  CHECK(text_of(item_of(chart, "bars", 1), "width") == "41%");
  CHECK(text_of(chart, "description").find("93,5%") != std::string::npos);
  CHECK(text_of(chart, "description").find("50%") != std::string::npos);
  CHECK(chart.get("lines")->as_list()->empty());
}

TEST_CASE_FIXTURE(Fixture, "render::ranking_chart: draws each threshold once, for the block and the year it is for") {
  index_condition(80);
  index_condition(80);
  index_condition(90).block = 1;
  index_condition(70).recipients = {model::RecipientKind::individual};
  campaign.rounds.emplace_back().years = {2021};
  index_condition(60);
  campaign.standards.back().rounds = {0};
  const std::vector<model::Score> scores = {score(1, 93.5), score(2, 50)};
  const View chart = ranking_chart(context(), 2024, scores);
  REQUIRE(chart.get("lines")->as_list()->size() == 1);
  CHECK(text_of(item_of(chart, "lines", 0), "x") == percent(80 * 0.82));
  CHECK(text_of(item_of(chart, "lines", 0), "text").find("80%") != std::string::npos);
  CHECK(thresholds_of(context(), 0, 2021).size() == 2);
  CHECK(thresholds_of(context(), 1, 2024).size() == 2);
}

TEST_CASE_FIXTURE(Fixture, "render::sparkline: years in order, the best at the top; one year is no line") {
  CHECK(sparkline(words, "a", {{2024, 90}}).is_false());
  const View line = sparkline(words, "a", {{2024, 95}, {2021, 85}, {2022, 90}});
  CHECK(text_of(line, "line") == "8,48 52,28 140,8");
  CHECK(text_of(item_of(line, "points", 0), "text").find("2021") != std::string::npos);
  CHECK(text_of(item_of(line, "points", 2), "text").find("95%") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "render::sparkline: a small change is not made a large one") {
  const View line = sparkline(words, "a", {{2021, 90}, {2022, 90.1}});
  CHECK(text_of(line, "line") == "8,48 52,44");
}

TEST_CASE_FIXTURE(Fixture, "render::timeline: covers the campaign and its dates, marks do not cover each other") {
  campaign.period.range = {*model::parse_date("2021"), *model::parse_date("2022")};
  CHECK(timeline(context()).is_false());
  milestone("2023-12-31");
  milestone("2021-01-15");
  milestone("2021-01-16");
  const View chart = timeline(context());
  CHECK(chart.get("years")->as_list()->size() == 3);
  CHECK(text_of(item_of(chart, "years", 0), "year") == "2021");
  CHECK(text_of(item_of(chart, "marks", 0), "y") != text_of(item_of(chart, "marks", 1), "y"));
  CHECK(text_of(item_of(chart, "marks", 2), "x") == "98.5%");
  CHECK(text_of(item_of(chart, "marks", 0), "text").find("2021-01-15") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "render::timeline: shows dates as later documents have them, and none that was withdrawn") {
  campaign.period.range = {*model::parse_date("2021"), *model::parse_date("2022")};
  milestone("2021-01-15");
  milestone("2022-06-30").withdrawn.emplace().on = *model::parse_date("2022-01-01");
  model::Milestone& moved = milestone("2021-03-15");
  model::Change<model::When>& change = moved.changes.emplace_back();
  change.from = *model::parse_date("2021-02-01");
  change.value = moved.when;
  change.value.dates = {{*model::parse_date("2021-03-31"), std::nullopt}};
  const View chart = timeline(context());
  REQUIRE(chart.get("marks")->as_list()->size() == 2);
  CHECK(text_of(item_of(chart, "marks", 1), "text").find("31") != std::string::npos);
}
