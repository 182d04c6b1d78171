// Each table of this repository's content, read back from its files as strangers would.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "data/open_data/csv_reader.hpp"
#include "data/open_data/whole_site.hpp"

using namespace thidua;
using namespace thidua::testing;
using rapidjson::Document;
using routes::ColumnType;
using routes::FileForm;

namespace {

Document parsed(const std::string& text) {
  Document out;
  out.Parse<rapidjson::kParseNumbersAsStringsFlag>(text.data(), text.size());
  REQUIRE_FALSE(out.HasParseError());
  return out;
}

/// What the CSV holds for a value of the JSON.
std::string as_cell(const rapidjson::Value& value) {
  if (value.IsNull()) return "";
  if (value.IsBool()) return value.GetBool() ? "true" : "false";
  const std::string text(value.GetString(), value.GetStringLength());
  return text;
}

std::string without_apostrophe(std::string cell, ColumnType type) {
  const bool guarded = type == ColumnType::text && cell.size() > 1 && cell[0] == '\'' &&
                       std::string_view("=+-@\t\r\n").find(cell[1]) != std::string_view::npos;
  return guarded ? cell.substr(1) : cell;
}

/// valijson holds `format` against null too, which the standard does not; days are looked at by a test of their own.
bool fits(std::string schema_text, const Document& value) {
  constexpr std::string_view kFormat = ",\"format\":\"date\"";
  for (std::size_t at = 0; (at = schema_text.find(kFormat)) != schema_text.npos;) schema_text.erase(at, kFormat.size());
  Document document;
  document.Parse(schema_text.data(), schema_text.size());
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::RapidJsonAdapter(document), schema);
  return valijson::Validator().validate(schema, valijson::adapters::RapidJsonAdapter(value), nullptr);
}

Document typed(const std::string& text) {
  Document out;
  out.Parse(text.data(), text.size());
  REQUIRE_FALSE(out.HasParseError());
  return out;
}

bool is_day(const std::string& text) { return text.size() == 10 && model::parse_date(text).has_value(); }

}  // namespace

TEST_CASE("data::write_open_data: this content fills every table") {
  CHECK(routes::tables().size() == 19);
  for (const routes::Table& table : routes::tables()) {
    CAPTURE(table.name);
    CHECK(open_data().written[static_cast<std::size_t>(table.id)].rows > 0);
  }
}

TEST_CASE("data::write_open_data: the CSV holds the columns, and what the JSON holds") {
  for (const routes::Table& table : routes::tables()) {
    CAPTURE(table.name);
    const auto rows = read_csv(open_data().file(table, FileForm::csv));
    const Document json = parsed(open_data().file(table, FileForm::json));
    REQUIRE(rows.size() == json.Size() + 1);
    CHECK(json.Size() == open_data().written[static_cast<std::size_t>(table.id)].rows);
    REQUIRE(rows[0].size() == table.columns.size());
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const routes::Column& column = table.columns[c];
      CAPTURE(column.name);
      CHECK(rows[0][c] == column.name);
      for (std::size_t r = 1; r < rows.size(); ++r) {
        REQUIRE(rows[r].size() == table.columns.size());
        const auto& object = json[static_cast<rapidjson::SizeType>(r - 1)];
        CHECK(object.MemberCount() == table.columns.size());
        CHECK(without_apostrophe(rows[r][c], column.type) == as_cell(object[std::string(column.name).c_str()]));
      }
    }
  }
}

TEST_CASE("data::write_open_data: the CSV for Excel differs in spelling alone") {
  for (const routes::Table& table : routes::tables()) {
    CAPTURE(table.name);
    const std::string& excel = open_data().file(table, FileForm::excel);
    REQUIRE(excel.starts_with("\xEF\xBB\xBF"));
    const auto theirs = read_csv(std::string_view(excel).substr(3), ';');
    auto ours = read_csv(open_data().file(table, FileForm::csv));
    for (std::size_t r = 1; r < ours.size(); ++r) {
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].type == ColumnType::number) std::replace(ours[r][c].begin(), ours[r][c].end(), '.', ',');
      }
    }
    CHECK(theirs == ours);
  }
}

TEST_CASE("data::write_open_data: every cell is of its column's type, and only optional ones are empty") {
  const std::string& root = open_data().site.info.base_url;
  for (const routes::Table& table : routes::tables()) {
    const auto rows = read_csv(open_data().file(table, FileForm::csv));
    for (std::size_t r = 1; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const routes::Column& column = table.columns[c];
        const std::string& cell = rows[r][c];
        CAPTURE(table.name);
        CAPTURE(column.name);
        CAPTURE(cell);
        if (cell.empty()) {
          CHECK(column.presence == routes::Presence::optional);
          continue;
        }
        if (column.type == ColumnType::date) CHECK(is_day(cell));
        if (column.type == ColumnType::uri) CHECK(cell.starts_with(root));
        if (column.type == ColumnType::integer) CHECK(cell.find_first_not_of("-0123456789") == cell.npos);
        if (column.type == ColumnType::number) CHECK(cell.find_first_not_of("-.0123456789") == cell.npos);
        if (!column.values.empty())
          CHECK(std::find(column.values.begin(), column.values.end(), cell) != column.values.end());
      }
    }
  }
}

TEST_CASE("data::row_schema: the JSON fits its own schema, and damaged JSON does not") {
  for (const routes::Table& table : routes::tables()) {
    CAPTURE(table.name);
    const std::string& schema = open_data().file(table, FileForm::schema);
    Document json = typed(open_data().file(table, FileForm::json));
    CHECK(fits(schema, json));
    json[0].AddMember("surprise", 1, json.GetAllocator());
    CHECK_FALSE(fits(schema, json));
    json[0].RemoveMember("surprise");
    json[0]["illustrative"].SetString("true");
    CHECK_FALSE(fits(schema, json));
    json[0].RemoveMember("illustrative");
    CHECK_FALSE(fits(schema, json));
  }
}

TEST_CASE("data::write_open_data: what is invented says so in its row") {
  std::map<std::string, bool> illustrative;  // campaign -> whether it is
  for (const model::Campaign& campaign : open_data().site.campaigns) illustrative[campaign.id] = campaign.illustrative;
  std::size_t invented = 0;
  for (const routes::Table& table : routes::tables()) {
    CAPTURE(table.name);
    std::size_t here = 0;
    const auto rows = read_csv(open_data().file(table, FileForm::csv));
    for (std::size_t r = 1; r < rows.size(); ++r) {
      here += rows[r].back() == "true" ? 1 : 0;
      if (table.columns[0].name == "campaign") CHECK((rows[r].back() == "true") == illustrative.at(rows[r][0]));
    }
    CHECK(here == open_data().written[static_cast<std::size_t>(table.id)].illustrative);
    invented += here;
  }
  CHECK(invented > 100);
}

TEST_CASE("data::write_open_data: beside a ranking page stand that campaign's rows of the scores") {
  const auto all = read_csv(open_data().file(routes::table(routes::TableId::scores), FileForm::csv));
  std::size_t found = 0;
  for (const model::Campaign& campaign : open_data().site.campaigns) {
    const auto file = open_data().files.find(routes::ranking_file(campaign));
    CHECK((file != open_data().files.end()) == !campaign.scores.empty());
    if (file == open_data().files.end()) continue;
    std::vector<CsvRow> expected = {all[0]};
    std::copy_if(all.begin() + 1, all.end(), std::back_inserter(expected),
                 [&](const CsvRow& row) { return row[0] == campaign.id; });
    CHECK(read_csv(file->second) == expected);
    ++found;
  }
  CHECK(found > 0);
}

TEST_CASE("data::write_open_data: the same content gives the same bytes") {
  CHECK(make_open_data().files == open_data().files);
}
