#include "render/records/correction_view.hpp"

#include <doctest/doctest.h>

#include "render/theme_words.hpp"

using namespace thidua;
using namespace thidua::render;
using testing::text_of;
using testing::ThemeWords;

namespace {

/// A result with one award to a ward, and what was corrected of it.
struct Fixture : ThemeWords {
  model::Result result;

  Fixture() {
    site.units.resize(2);
    site.units[0].id = "t/an";
    site.units[0].name = "Phường An";
    site.units[1].id = "t/binh";
    site.units[1].name = "Phường Bình";
    campaign.id = "p";
    campaign.award_forms = {{.id = "giay-khen", .name = "Giấy khen"}};
    result.id = "2022";
    result.decision.number = "33/QĐ-UBND";
    model::Award award;
    award.id = "an";
    result.awards = {award};
  }

  void correct(const char* of, const char* field, std::optional<std::string> before, std::optional<std::string> after,
               const char* date = "2023-02-05") {
    model::Correction correction;
    correction.date = model::parse_date(date).value();
    correction.reason = "Ghi nhầm";
    correction.of = of;
    correction.field = field;
    correction.before = std::move(before);
    correction.after = std::move(after);
    result.corrections.push_back(std::move(correction));
  }

  View shown() { return corrections_of({site, campaign, words}, SiteIndex(site), result); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "render::corrections_of: before and after as readers know them") {
  correct("an", "unit", "t/binh", "t/an");
  correct("an", "award_form", "giay-khen", "khong-con");
  correct("an", "for", "individual", "collective");
  correct("decision", "date", "2023-02-01", "2023-02-20");
  const View view = shown();
  const View::List& all = *view.as_list();
  CHECK(text_of(all[0], "before") == "Phường Bình");
  CHECK(text_of(all[0], "after") == "Phường An");
  CHECK(text_of(all[0], "field") == "đơn vị");
  CHECK(text_of(all[1], "before") == "Giấy khen");
  CHECK(text_of(all[1], "after") == "khong-con");
  CHECK(text_of(all[2], "before") == "Cá nhân");
  CHECK(text_of(all[3], "after") == "ngày 20 tháng 02 năm 2023");
}

TEST_CASE_FIXTURE(Fixture, "render::corrections_of: lead to what was corrected") {
  correct("an", "name", "A", "B");
  correct("decision", "number", "32/QĐ-UBND", "33/QĐ-UBND");
  correct("rut", "award", "Giấy khen của Phường Bình", std::nullopt);
  const View view = shown();
  const View::List& all = *view.as_list();
  CHECK(text_of(all[0], "subject") == "Phường An");
  CHECK(text_of(all[0], "subject_href") == "phong-trao/p/ket-qua/#2022-an");
  CHECK(text_of(all[1], "subject_href") == "phong-trao/p/ket-qua/#quyet-dinh:2022");
  CHECK(text_of(all[2], "subject") == "Khen thưởng đã rút khỏi quyết định số 33/QĐ-UBND");
  CHECK(text_of(all[2], "after") == "-");
}

TEST_CASE_FIXTURE(Fixture, "render::corrections_of: the newest comes first") {
  correct("an", "name", "A", "B", "2023-02-05");
  correct("an", "name", "B", "C", "2023-03-05");
  const View view = shown();
  CHECK(text_of(view.as_list()->front(), "after") == "C");
}

TEST_CASE_FIXTURE(Fixture, "render::corrections_of: the theme has a word for every field that the schemas name") {
  for (const char* field : {"award", "award_form", "for", "unit", "name", "position", "achievement", "number", "date",
                            "signer", "granted_by", "round", "year", "score", "points", "maximum", "block"})
    correct("an", field, "1", "2");
  shown();
  CHECK(diagnostics.sorted().empty());
}

TEST_CASE_FIXTURE(Fixture, "render::logged_correction: says where in the site it belongs") {
  campaign.short_title = "Phong trào";
  model::ScoreTable table;
  table.year = 2022;
  table.corrections.resize(1);
  table.corrections[0].of = "t/an";
  table.corrections[0].field = "points";
  table.corrections[0].before = "79.25";
  table.corrections[0].after = "81.25";
  campaign.scores = {table};
  site.campaigns = {campaign};
  const View view = logged_correction(site, SiteIndex(site), {0, true, 0, 0}, words);
  CHECK(text_of(view, "record") == "Điểm và xếp hạng năm 2022");
  CHECK(text_of(view, "subject") == "Phường An");
  CHECK(text_of(view, "subject_href") == "phong-trao/p/xep-hang/#nam-2022");
  CHECK(text_of(view, "before") == "79,25");
  CHECK(text_of(view, "campaign_href") == "phong-trao/p/");
}
