// The pages about open data: what there is, and the dictionary of each table. And what the theme calls tables and
// columns, for the files that describe them to programs.
#pragma once

#include <string>

#include "model/site.hpp"
#include "render/view.hpp"
#include "render/words.hpp"
#include "routes/open_data.hpp"

namespace thidua::render {

/// The member `table_csv` of every page: the CSV of each table, by the table's name.
View table_csv();

/// The member `open_data` of the overview: what there is.
View open_data(const model::SiteInfo& info, const routes::WrittenTables& written, const Words& words);

/// The member `table` of one table's page: its files, and what is in its columns.
View data_table(const model::SiteInfo& info, const routes::Table& table, const routes::WrittenTable& written,
                const Words& words);

/// The latest of all tables; absent where none is dated.
std::optional<model::Date> newest_of(const routes::WrittenTables& written);

std::string table_name(const routes::Table& table, const Words& words);
std::string table_about(const routes::Table& table, const Words& words);
std::string column_about(const routes::Column& column, const Words& words);
/// All tables together; says so where the site is a demonstration.
std::string catalogue_name(const model::SiteInfo& info, const Words& words);
std::string catalogue_about(const model::SiteInfo& info, const Words& words);

}  // namespace thidua::render
