#include "render/records/finding_view.hpp"

#include <doctest/doctest.h>

#include "render/records/measure_words.hpp"
#include "render/theme_words.hpp"

using namespace thidua;
using namespace thidua::render;
using namespace thidua::rules;
using testing::text_of;
using testing::ThemeWords;

namespace {

struct Fixture : ThemeWords {
  CampaignContext c{site, campaign, words};

  std::string required(RuleId rule, Measure measure) const {
    Finding finding = satisfied(rule, {});
    finding.required = std::move(measure);
    return required_words(c, finding);
  }
  std::string found(RuleId rule, std::vector<Item> items) const {
    Finding finding = satisfied(rule, {});
    finding.found.items = std::move(items);
    return found_words(c, finding);
  }
};

model::Date day(const char* text) { return model::parse_date(text).value(); }

Finding group(model::Logic logic, std::vector<Finding> parts) {
  Finding out = satisfied(RuleId::condition, {});
  out.logic = logic;
  out.verdict = verdict_of(logic, parts);
  out.parts = std::move(parts);
  return out;
}

const Finding kGood = satisfied(RuleId::index_threshold, {});
const Finding kBad = judged(RuleId::rank_in_block, {}, false);
const Finding kUnknown = missing(RuleId::attested, {}, MissingKind::attestation);

}  // namespace

TEST_CASE_FIXTURE(Fixture, "render::checks_summary: a sentence that needs no knowledge of the plan") {
  CHECK(checks_summary(c, {kGood, kGood}) == "Đã đối chiếu 2 yêu cầu của kế hoạch: 2 đáp ứng.");
  CHECK(checks_summary(c, {kGood, kBad, kUnknown}) ==
        "Đã đối chiếu 3 yêu cầu của kế hoạch: 1 đáp ứng, 1 không đáp ứng, 1 chưa thể kiểm chứng.");
}

TEST_CASE_FIXTURE(Fixture, "render::checks_summary: what the plan leaves open is counted apart") {
  CHECK(checks_summary(c, {kGood, left_open(RuleId::proposed_by, {})}) ==
        "Đã đối chiếu 1 yêu cầu của kế hoạch: 1 đáp ứng. Kế hoạch để ngỏ 1 điểm.");
  CHECK(checks_summary(c, {left_open(RuleId::proposed_by, {})}) ==
        "Kế hoạch không nêu yêu cầu nào để đối chiếu. Kế hoạch để ngỏ 1 điểm.");
}

TEST_CASE_FIXTURE(Fixture, "render::checks_summary: where one of several is enough, they are one requirement") {
  CHECK(checks_summary(c, {group(model::Logic::any, {kGood, kBad})}) ==
        "Đã đối chiếu 1 yêu cầu của kế hoạch: 1 đáp ứng.");
  CHECK(checks_summary(c, {group(model::Logic::all, {kGood, kBad})}) ==
        "Đã đối chiếu 2 yêu cầu của kế hoạch: 1 đáp ứng, 1 không đáp ứng.");
}

TEST_CASE_FIXTURE(Fixture, "render::checks_view: a tree is given flat, with where its branches end") {
  const View checks = checks_view(c, {group(model::Logic::any, {kGood, group(model::Logic::all, {kBad, kUnknown})})});
  const View::List& items = *checks.as_list();
  REQUIRE(items.size() == 5);
  const auto closes = [&](std::size_t i) { return items[i].get("closes")->as_list()->size(); };
  CHECK_FALSE(items[0].get("opens")->is_false());
  CHECK(closes(0) == 0);
  CHECK(closes(1) == 0);
  CHECK_FALSE(items[2].get("opens")->is_false());
  CHECK(closes(3) == 0);
  CHECK(closes(4) == 2);
  CHECK(text_of(items[0], "logic") == "Phải đạt ít nhất một trong các điều kiện sau:");
}

TEST_CASE_FIXTURE(Fixture, "render::checks_view: a verdict in words, or that the plan leaves it open, never both") {
  Finding delegated = left_open(RuleId::standard, {});
  delegated.given = model::Given::delegated;
  delegated.delegated_by = "Luật Thi đua, khen thưởng";
  const View view = checks_view(c, {kBad, left_open(RuleId::proposed_by, {}), delegated});
  const View::List& items = *view.as_list();
  CHECK(text_of(*items[0].get("verdict"), "word") == "Không đáp ứng");
  CHECK(items[0].get("open")->is_false());
  CHECK(items[1].get("verdict")->is_false());
  CHECK(text_of(items[1], "open") == "Kế hoạch không nêu");
  CHECK(text_of(items[2], "open") == "Dẫn chiếu: Luật Thi đua, khen thưởng");
}

TEST_CASE_FIXTURE(Fixture, "render::reasons_view: only what the verdict comes from, each once") {
  const View view = reasons_view(c, {kGood, kBad, kBad, kUnknown}, Verdict::not_satisfied);
  const View::List& reasons = *view.as_list();
  REQUIRE(reasons.size() == 1);
  CHECK(text_of(reasons[0], "text") == "Thứ hạng cải cách hành chính trong khối");
  CHECK_FALSE(reasons_view(c, {kGood}, Verdict::satisfied).is_filled_list());
}

TEST_CASE_FIXTURE(Fixture, "render::missing_view: names the data that is missing") {
  const View view = missing_view(words, {{MissingKind::score, "2023"}});
  CHECK(*view.as_list()->front().as_text() == "điểm chỉ số năm 2023");
}

TEST_CASE_FIXTURE(Fixture, "render::required_words: bounds in Vietnamese") {
  CHECK(required(RuleId::index_threshold, {Bound::at_least, {Amount{"92.5", "%", {}}}}) == "từ 92,5% trở lên");
  CHECK(required(RuleId::registered_in_time, {Bound::before, {day("2022-03-15")}}) == "trước ngày 15 tháng 3 năm 2022");
  CHECK(required(RuleId::rank_in_block, {Bound::one_of, {Rank{1}, Rank{2}}}) == "một trong: hạng 1; hạng 2");
  CHECK(required(RuleId::rank_in_block, {Bound::one_of, {Rank{1}}}) == "hạng 1");
  CHECK(required(RuleId::round_named, {Bound::within, {day("2021"), day("2025")}}) == "giai đoạn 2021 - 2025");
  CHECK(required(RuleId::index_streak, {Bound::more_than, {Amount{"90", "%", {}}, rules::Words{"2"}}}) ==
        "trên 90%; 2 năm liên tục");
  CHECK(required(RuleId::attested, {Bound::at_least, {RatingName{model::Rating::completed_well}, rules::Words{"3"}}}) ==
        "hoàn thành tốt nhiệm vụ trở lên; 3 năm liên tục");
  CHECK(required(RuleId::attested, {Bound::at_least, {rules::Words{"1"}}}) == "1 sáng kiến");
  CHECK(required(RuleId::form_for_recipient, {}).empty());
}

TEST_CASE_FIXTURE(Fixture, "render::found_words: what was found, with what it is") {
  CHECK(found(RuleId::rank_in_block, {Rank{2, true}, Amount{"92.5", "%", 2022}}) ==
        "hạng 2 (đồng hạng); năm 2022: 92,5%");
  CHECK(found(RuleId::index_mean, {Amount{"91", "%", {}}, Amount{"90", "%", 2021}}) == "bình quân 91%; năm 2021: 90%");
  CHECK(found(RuleId::attested, {rules::Words{"Ban Thường vụ"}, day("2023-02-03")}) ==
        "Ban Thường vụ xác nhận ngày 03 tháng 02 năm 2023");
  CHECK(found(RuleId::attested,
              {RatingName{model::Rating::completed_excellently}, rules::Words{"Hội đồng"}, day("2023-02-03")}) ==
        "hoàn thành xuất sắc nhiệm vụ; Hội đồng xác nhận ngày 03 tháng 02 năm 2023");
  CHECK(found(RuleId::dossier_copies, {rules::Words{"2"}}) == "2 bộ");
  CHECK(found(RuleId::registered_contents, {rules::Words{"3"}}) == "3 nội dung");
}

TEST_CASE_FIXTURE(Fixture, "render::required_words: a long list of units is cut, and says by how many") {
  site.units.resize(9);
  for (auto& unit : site.units) unit.name = "Phường";
  std::vector<Item> all;
  for (model::UnitIndex i = 0; i < 9; ++i) all.emplace_back(UnitName{i});
  CHECK(required(RuleId::audience_fits, {Bound::one_of, all}).ends_with("Phường; và 4 đơn vị, mục khác"));
}

TEST_CASE_FIXTURE(Fixture, "render: the theme has every word that was asked for") {
  CHECK(diagnostics.sorted().empty());
}
