// Open data: the tables that the site publishes for programs, what is in their columns, and where their pages and files
// stand. The rows are made by the data stage.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/campaign.hpp"

namespace thidua::routes {

/// `date` is a day (2025-02-05); a date as exact as a plan gives it (2023-Q4) is `text`.
enum class ColumnType { text, integer, number, date, boolean, uri };
/// As JSON names it in the dictionary's strings: "text", "integer" …
std::string_view name_of(ColumnType type);

enum class Presence { required, optional };

/// A column name means the same in every table.
struct Column {
  std::string_view name;  ///< identifier of the field
  ColumnType type = ColumnType::text;
  Presence presence = Presence::optional;         ///< whether a cell can be empty
  std::span<const std::string_view> values = {};  ///< all that it can hold; empty: anything of its type
  std::string_view words = {};                    ///< the theme's word for a value v is the string <words>.<v>
};

/// In the order in which readers see them.
enum class TableId {
  campaigns,
  documents,
  clauses,
  units,
  criteria_targets,
  deadlines,
  award_forms,
  quotas,
  award_conditions,
  registrations,
  scores,
  attainment,
  awards,
  award_checks,
  quota_use,
  corrections,
  practices,
  exemplars,
  news
};

struct Table {
  TableId id = TableId::campaigns;
  std::string_view name;    ///< identifier, of the files too: criteria_targets
  std::string_view folder;  ///< of its page below du-lieu/
  std::span<const Column> columns;
};

/// All tables, each at the position of its id.
std::span<const Table> tables();
inline const Table& table(TableId id) { return tables()[static_cast<std::size_t>(id)]; }

/// The files of a table; `excel` is the CSV that a Vietnamese Excel opens by itself.
enum class FileForm { csv, excel, json, schema };
inline constexpr std::array kFileForms = {FileForm::csv, FileForm::excel, FileForm::json, FileForm::schema};
/// "csv", "excel", "json", "schema".
std::string_view name_of(FileForm form);

// Addresses relative to the site's root, which are the paths in the output too.
inline constexpr std::string_view kOpenDataFolder = "du-lieu/";
inline constexpr std::string_view kDataPackage = "du-lieu/datapackage.json";
/// What other portals take in.
inline constexpr std::string_view kExchange = "du-lieu/trao-doi.json";
inline constexpr std::string_view kCatalogue = "du-lieu/catalog.jsonld";
std::string table_url(const Table& table);
std::string table_file(const Table& table, FileForm form);
/// The rows of the table of scores that a campaign's ranking page shows and draws, as CSV beside the page; there is one
/// where the campaign has scores.
std::string ranking_file(const model::Campaign& campaign);

/// What was written of a table.
struct WrittenTable {
  std::size_t rows = 0;
  std::size_t illustrative = 0;                        ///< rows that are invented, and say so
  std::array<std::size_t, kFileForms.size()> bytes{};  ///< by FileForm
  std::vector<std::string> examples;                   ///< of each column: the first short value, or empty
  std::optional<model::Date> newest;                   ///< of its content; absent where the content has no dates
};
/// By TableId.
using WrittenTables = std::vector<WrittenTable>;

}  // namespace thidua::routes
