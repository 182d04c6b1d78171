#include "routes/open_data.hpp"

#include "routes/columns.hpp"
#include "routes/routes.hpp"

namespace thidua::routes {
namespace {

using namespace columns;
using enum TableId;
constexpr Table kTables[] = {
    {campaigns, "campaigns", "phong-trao/", kCampaigns},
    {documents, "documents", "van-ban/", kDocuments},
    {clauses, "clauses", "dieu-khoan/", kClauseTexts},
    {units, "units", "don-vi/", kUnits},
    {criteria_targets, "criteria_targets", "tieu-chi/", kCriteriaTargets},
    {deadlines, "deadlines", "thoi-han/", kDeadlines},
    {award_forms, "award_forms", "hinh-thuc-khen-thuong/", kAwardForms},
    {quotas, "quotas", "so-luong-khen-thuong/", kQuotas},
    {award_conditions, "award_conditions", "tieu-chuan-khen-thuong/", kAwardConditions},
    {registrations, "registrations", "dang-ky/", kRegistrations},
    {scores, "scores", "xep-hang/", kScores},
    {attainment, "attainment", "thuc-hien-chi-tieu/", kAttainment},
    {awards, "awards", "khen-thuong/", kAwards},
    {award_checks, "award_checks", "doi-chieu-khen-thuong/", kAwardChecks},
    {quota_use, "quota_use", "so-luong-da-khen/", kQuotaUse},
    {corrections, "corrections", "dinh-chinh/", kCorrections},
    {practices, "practices", "cach-lam-hay/", kPractices},
    {exemplars, "exemplars", "dien-hinh/", kExemplars},
    {news, "news", "tin-tuc/", kNews},
};

}  // namespace

std::string_view name_of(ColumnType type) {
  constexpr std::array<std::string_view, 6> kTypes = {"text", "integer", "number", "date", "boolean", "uri"};
  return kTypes[static_cast<std::size_t>(type)];
}

std::string_view name_of(FileForm form) {
  constexpr std::array<std::string_view, kFileForms.size()> kForms = {"csv", "excel", "json", "schema"};
  return kForms[static_cast<std::size_t>(form)];
}

std::span<const Table> tables() { return kTables; }

std::string table_url(const Table& table) { return std::string(kOpenDataFolder).append(table.folder); }

std::string ranking_file(const model::Campaign& campaign) {
  return campaign_part_url(campaign, PageKind::ranking).append("diem.csv");
}

std::string table_file(const Table& table, FileForm form) {
  constexpr std::array<std::string_view, kFileForms.size()> kEndings = {".csv", "-excel.csv", ".json", ".schema.json"};
  return std::string(kOpenDataFolder).append(table.name).append(kEndings[static_cast<std::size_t>(form)]);
}

}  // namespace thidua::routes
