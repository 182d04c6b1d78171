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

TEST_CASE_FIXTURE(Fixture, "render::corrections_of: dossiers, attestations and what they are about") {
  campaign.documents.resize(2);
  campaign.documents[1].id = "huong-dan";
  campaign.documents[1].name = "Hướng dẫn 5/HD";
  correct("an", "dossier.received", "2023-02-01", "2023-02-02");
  correct("an", "dossier.parts", "IV.3", "IV.3, IV.4");
  correct("an", "attestation.III.2.d", std::nullopt, "by: Đảng ủy phường; date: 2023-02-03");
  correct("an", "attestation.huong-dan#II.1:rating", "rating: completed_well; count: 2; by: A; date: 2023-02-03",
          "theo biên bản");
  correct("an", "attestation.III.3:initiative", "count: 2; recognised_by: B; by: A; date: 2023-02-03", std::nullopt);
  correct("an", "attestation.III.3:tasks_on_time", "value: 99.5; by: A; date: 2023-02-03", std::nullopt);
  correct("an", "attestation.III.2.d", "by: t/binh; date: 2023-02-03", std::nullopt);
  const View view = shown();
  const View::List& all = *view.as_list();
  CHECK(text_of(all[0], "after") == "ngày 02 tháng 02 năm 2023");
  CHECK(text_of(all[1], "field") == "thành phần hồ sơ");
  CHECK(text_of(all[1], "after") == "mục IV.3, mục IV.4");
  CHECK(text_of(all[2], "field") == "xác nhận theo mục III.2.d");
  CHECK(text_of(all[2], "after") == "Đảng ủy phường, ngày 03 tháng 02 năm 2023");
  CHECK(text_of(all[3], "field") == "xác nhận theo Hướng dẫn 5/HD, mục II.1 (Mức xếp loại)");
  CHECK(text_of(all[3], "before") == "hoàn thành tốt nhiệm vụ trở lên, 2 năm liên tục, A, ngày 03 tháng 02 năm 2023");
  CHECK(text_of(all[3], "after") == "theo biên bản");
  CHECK(text_of(all[4], "before") == "2 sáng kiến, B, A, ngày 03 tháng 02 năm 2023");
  CHECK(text_of(all[5], "before") == "99,5%, A, ngày 03 tháng 02 năm 2023");
  CHECK(text_of(all[6], "before") == "Phường Bình, ngày 03 tháng 02 năm 2023");
}

TEST_CASE_FIXTURE(Fixture, "render::corrections_of: standards, practices and forms by what readers know of them") {
  campaign.standards.resize(2);
  campaign.standards[0].id = "tap-the";
  campaign.standards[1].id = "ca-nhan";
  model::Practice practice;
  practice.id = "mot-cua";
  practice.title = "Một cửa lưu động";
  site.practices = {practice};
  campaign.documents.resize(1);
  campaign.documents[0].clauses.resize(1);
  campaign.documents[0].clauses[0].path = "V.7.b";
  campaign.standards[0].clauses = {{0, 0}};
  correct("an", "standard", "tap-the", "ca-nhan");
  correct("an", "practice", "mot-cua", "da-go");
  correct("decision", "award_forms", "giay-khen, bang-khen", "giay-khen");
  const View view = shown();
  const View::List& all = *view.as_list();
  CHECK(text_of(all[0], "before") == "mục V.7.b");
  CHECK(text_of(all[0], "after") == "ca-nhan");
  CHECK(text_of(all[1], "before") == "Một cửa lưu động");
  CHECK(text_of(all[1], "after") == "da-go");
  CHECK(text_of(all[2], "before") == "Giấy khen, bang-khen");
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
  for (const char* field : {"award",
                            "award_form",
                            "for",
                            "unit",
                            "name",
                            "position",
                            "achievement",
                            "number",
                            "date",
                            "signer",
                            "granted_by",
                            "round",
                            "year",
                            "score",
                            "points",
                            "maximum",
                            "block",
                            "file",
                            "award_forms",
                            "standard",
                            "clause",
                            "proposed_by",
                            "considered_by",
                            "practice",
                            "dossier.received",
                            "dossier.parts",
                            "dossier.copies",
                            "attestation.II.1",
                            "attestation.II.1:rating",
                            "criteria.Một cửa",
                            "published"})
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

TEST_CASE_FIXTURE(Fixture, "render::logged_correction: of a criterion, and of the table as a whole") {
  model::ScoreTable table;
  table.year = 2022;
  table.corrections.resize(2);
  table.corrections[0].of = "t/an";
  table.corrections[0].field = "criteria.Một cửa";
  table.corrections[0].before = "12.5/15";
  table.corrections[1].of = "scores";
  table.corrections[1].field = "published";
  table.corrections[1].after = "2023-01-20";
  campaign.scores = {table};
  site.campaigns = {campaign};
  const View criterion = logged_correction(site, SiteIndex(site), {0, true, 0, 0}, words);
  CHECK(text_of(criterion, "field") == "điểm tiêu chí “Một cửa”");
  CHECK(text_of(criterion, "before") == "12,5/15");
  const View whole = logged_correction(site, SiteIndex(site), {0, true, 0, 1}, words);
  CHECK(text_of(whole, "subject") == "Điểm và xếp hạng năm 2022");
  CHECK(text_of(whole, "after") == "ngày 20 tháng 01 năm 2023");
}
