#include "data/open_data/write_tables.hpp"

#include <array>
#include <cassert>
#include <utility>

#include "data/open_data/catalogue.hpp"
#include "data/open_data/csv.hpp"
#include "data/open_data/data_package.hpp"
#include "data/open_data/json.hpp"
#include "data/open_data/row_schema.hpp"
#include "data/open_data/tables/tables.hpp"

namespace thidua::data {
namespace {

using routes::FileForm;
using routes::TableId;

void make_rows(TableId table, const Source& source, Rows& rows) {
  switch (table) {
    case TableId::campaigns:
      return campaign_rows(source, rows);
    case TableId::documents:
      return document_rows(source, rows);
    case TableId::clauses:
      return clause_rows(source, rows);
    case TableId::units:
      return unit_rows(source, rows);
    case TableId::criteria_targets:
      return criteria_target_rows(source, rows);
    case TableId::deadlines:
      return deadline_rows(source, rows);
    case TableId::award_forms:
      return award_form_rows(source, rows);
    case TableId::quotas:
      return quota_rows(source, rows);
    case TableId::award_conditions:
      return award_condition_rows(source, rows);
    case TableId::registrations:
      return registration_rows(source, rows);
    case TableId::scores:
      return score_rows(source, rows);
    case TableId::attainment:
      return attainment_rows(source, rows);
    case TableId::awards:
      return award_rows(source, rows);
    case TableId::award_checks:
      return award_check_rows(source, rows);
    case TableId::quota_use:
      return quota_use_rows(source, rows);
    case TableId::corrections:
      return correction_rows(source, rows);
    case TableId::practices:
      return practice_rows(source, rows);
    case TableId::exemplars:
      return exemplar_rows(source, rows);
    case TableId::news:
      return news_rows(source, rows);
  }
}

/// Keeps the first value of each column that is short enough to be shown.
class Examples {
 public:
  explicit Examples(std::size_t columns) : values_(columns), missing_(columns) {}

  void look_at(Row row) {
    constexpr std::size_t kLongest = 40;  // bytes
    for (std::size_t i = 0; missing_ > 0 && i < row.size(); ++i) {
      if (!values_[i].empty() || row[i].empty()) continue;
      std::string value;
      append_csv_cell(row[i], value);
      if (value.size() > kLongest) continue;
      values_[i] = std::move(value);
      --missing_;
    }
  }

  std::vector<std::string> take() { return std::move(values_); }

 private:
  std::vector<std::string> values_;
  std::size_t missing_;  ///< without a value yet
};

/// Writes one table after the other. Their texts are megabytes on a large site, so all tables use the same memory.
class TableWriter {
 public:
  TableWriter(const Source& source, const TakeFile& take) : source_(source), take_(take) {}

  routes::WrittenTable write(const routes::Table& table) {
    begin(table);
    Examples examples(table.columns.size());
    std::size_t illustrative = 0;
    Rows rows([&](Row row) {
      add(table, row);
      examples.look_at(row);
      if (const bool* invented = std::get_if<bool>(&row.back().value())) illustrative += *invented ? 1 : 0;
    });
    make_rows(table.id, source_, rows);
    json_ += "\n]\n";
    return {.rows = rows.count(),
            .illustrative = illustrative,
            .bytes = give(table),
            .examples = examples.take(),
            .newest = rows.newest()};
  }

 private:
  void begin(const routes::Table& table) {
    for (std::string* text : {&csv_, &excel_, &json_}) text->clear();
    append_csv_head(table.columns, kPlainCsv, csv_);
    append_csv_head(table.columns, kExcelCsv, excel_);
    json_ = '[';
  }

  void add(const routes::Table& table, Row row) {
    assert(row.size() == table.columns.size());
    const bool first = json_.size() == 1;
    append_csv_row(row, kPlainCsv, csv_);
    append_csv_row(row, kExcelCsv, excel_);
    append_json_row(table.columns, row, first, json_);
  }

  /// Hands the four files over, and gives their sizes by FileForm.
  std::array<std::size_t, routes::kFileForms.size()> give(const routes::Table& table) {
    const std::string schema = row_schema(table, source_.words);
    std::array<std::size_t, routes::kFileForms.size()> sizes{};
    for (const auto& [form, bytes] :
         {std::pair(FileForm::csv, &csv_), std::pair(FileForm::excel, &excel_), std::pair(FileForm::json, &json_)}) {
      sizes[static_cast<std::size_t>(form)] = bytes->size();
      take_(routes::table_file(table, form), *bytes);
    }
    sizes[static_cast<std::size_t>(FileForm::schema)] = schema.size();
    take_(routes::table_file(table, FileForm::schema), schema);
    return sizes;
  }

  const Source& source_;
  const TakeFile& take_;
  std::string csv_, excel_, json_;
};

/// The rows of each ranking page, beside it.
void write_rankings(const Source& source, const TakeFile& take) {
  for (const model::Campaign& campaign : source.site.campaigns) {
    if (campaign.scores.empty()) continue;
    std::string csv;
    append_csv_head(routes::table(TableId::scores).columns, kPlainCsv, csv);
    Rows rows([&](Row row) { append_csv_row(row, kPlainCsv, csv); });
    score_rows(source, campaign, rows);
    take(routes::ranking_file(campaign), csv);
  }
}

}  // namespace

routes::WrittenTables write_open_data(const model::Site& site, const routes::Routes& routes, const render::Words& words,
                                      const TakeFile& take) {
  const render::SiteIndex index(site);
  const Source source{site, routes, index, words};
  routes::WrittenTables written;
  TableWriter writer(source, take);
  for (const routes::Table& table : routes::tables()) written.push_back(writer.write(table));
  write_rankings(source, take);
  take(std::string(routes::kDataPackage), data_package(site.info, written, words));
  take(std::string(routes::kCatalogue), catalogue(site.info, written, words));
  return written;
}

}  // namespace thidua::data
