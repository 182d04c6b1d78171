#include "render/records/name_order.hpp"

#include <doctest/doctest.h>

#include "render/theme_words.hpp"

using namespace thidua;
using namespace thidua::render;
using testing::text_of;
using testing::ThemeWords;

namespace {

struct Fixture : ThemeWords {
  CampaignContext c{site, campaign, words};

  Fixture() {
    site.localities.push_back({.id = "thu", .name = "Thử"});
    for (const char* name : {"Phường Bình An", "Phường Ấp Mới", "Phường Đại Thành", "Phường Dĩ An"}) {
      model::Unit unit;
      unit.id = "thu/" + std::to_string(site.units.size());
      unit.name = unit.sort_name = name;
      site.units.push_back(unit);
    }
    campaign.award_forms.push_back({.id = "giay-khen", .name = "Giấy khen"});
    campaign.results.push_back({.id = "2024", .year = 2024});
  }

  model::Award& award(model::UnitIndex unit, std::string name = "") {
    model::Award made;
    made.id = "k" + std::to_string(campaign.results[0].awards.size());
    made.unit = unit;
    made.recipient = name.empty() ? model::RecipientKind::collective : model::RecipientKind::individual;
    made.name = std::move(name);
    campaign.results[0].awards.push_back(std::move(made));
    return campaign.results[0].awards.back();
  }

  std::string names(const char* list) {
    std::string out;
    const View view = awards_by_name(c);
    for (const View& one : *view.get(list)->as_list()) out += text_of(one, "name") + "; ";
    return out;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "render::awards_by_name: people by given name, then the names before it") {
  for (const char* name : {"Trần Văn Yên", "Lê Thị Ánh", "Nguyễn Văn An", "Đỗ Văn An", "Phạm Thị Đào", "Cao Thị Dung"})
    award(0, name);
  CHECK(names("people") == "Đỗ Văn An; Nguyễn Văn An; Lê Thị Ánh; Cao Thị Dung; Phạm Thị Đào; Trần Văn Yên; ");
}

TEST_CASE_FIXTURE(Fixture, "render::awards_by_name: sort_name says otherwise") {
  award(0, "Nguyễn Văn An");
  award(0, "H’Linh Niê").sort_name = "H’Linh";
  award(0, "Trần Thị Minh");
  CHECK(names("people") == "Nguyễn Văn An; H’Linh Niê; Trần Thị Minh; ");
}

TEST_CASE_FIXTURE(Fixture,
                  "render::awards_by_name: collectives by their own name or their unit's, in Vietnamese order") {
  for (const model::UnitIndex unit : {0U, 1U, 2U, 3U}) award(unit);
  award(2, "Bộ phận Một cửa").recipient = model::RecipientKind::collective;
  CHECK(names("collectives") == "Bộ phận Một cửa; Phường Ấp Mới; Phường Bình An; Phường Dĩ An; Phường Đại Thành; ");
  CHECK(awards_by_name(c).get("has_people")->is_false());
}

TEST_CASE_FIXTURE(Fixture,
                  "render::awards_by_name: an entry leads to its award and names the unit where the name does not") {
  award(0, "Nguyễn Văn An");
  award(1);
  const View found = awards_by_name(c);
  const View& person = testing::item_of(found, "people", 0);
  CHECK(text_of(person, "anchor") == "2024-k0");
  CHECK(text_of(person, "of") == "Phường Bình An");
  CHECK(text_of(person, "form") == "Giấy khen");
  CHECK(text_of(person, "year") == "2024");
  CHECK(text_of(testing::item_of(found, "collectives", 0), "of") == "-");
}

TEST_CASE_FIXTURE(Fixture, "render::awards_by_name: one award needs no index") {
  CHECK(awards_by_name(c).is_false());
  award(0);
  CHECK(awards_by_name(c).is_false());
}

TEST_CASE_FIXTURE(Fixture, "render::scores_by_name: each unit with its place, by name") {
  std::vector<model::Score> scores;
  for (const model::UnitIndex unit : {0U, 2U, 3U, 1U}) {
    model::Score score;
    score.unit = unit;
    score.rank = static_cast<int>(scores.size()) + 1;
    score.points = {.spelling = "90.5", .value = 90.5};
    score.maximum = {.spelling = "100", .value = 100};
    scores.push_back(score);
  }
  const View view = scores_by_name(c, scores);
  std::string found;
  for (const View& one : *view.get("units")->as_list())
    found += text_of(testing::item_of(one, "unit", 0), "name") + " " + text_of(one, "place") + "; ";
  CHECK(found == "Phường Ấp Mới 4; Phường Bình An 1; Phường Dĩ An 3; Phường Đại Thành 2; ");
  CHECK(scores_by_name(c, {scores.data(), 1}).is_false());
}
