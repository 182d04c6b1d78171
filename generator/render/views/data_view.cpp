#include "render/views/data_view.hpp"

namespace thidua::render {
namespace {

using routes::Column;
using routes::FileForm;
using routes::Table;
using routes::WrittenTable;

std::string count(const Words& words, std::size_t number) { return words.number(std::to_string(number)); }

/// Kilobytes of 1000 bytes with one decimal, as browsers show what they fetched.
std::string size_words(const Words& words, std::size_t bytes) {
  if (bytes < 1000) return words.fill("data_size.bytes", {{"count", count(words, bytes)}});
  const std::size_t tenths = (bytes + 50) / 100;
  const std::string kilobytes = words.number(std::to_string(tenths / 10) + "." + std::to_string(tenths % 10));
  return words.fill("data_size.kilobytes", {{"count", kilobytes}});
}

/// [{form, about, href, size}]
View files_view(const Table& table, const WrittenTable& written, const Words& words) {
  return list_of(routes::kFileForms, [&](FileForm form) {
    const std::string key(routes::name_of(form));
    return object("form", words.get("data_form." + key), "about", words.get("data_form_about." + key), "href",
                  routes::table_file(table, form), "size",
                  size_words(words, written.bytes[static_cast<std::size_t>(form)]));
  });
}

View licence_view(const model::SiteInfo& info) {
  if (!info.data_licence) return false;
  return object("name", info.data_licence->name, "url", info.data_licence->url);
}

/// {name, about, href, rows, illustrative_rows, newest, files}
View table_view(const Table& table, const WrittenTable& written, const Words& words) {
  const std::size_t illustrative = written.illustrative;
  return object("id", borrow(table.name), "name", table_name(table, words), "about", table_about(table, words), "href",
                routes::table_url(table), "rows", count(words, written.rows), "illustrative_rows",
                illustrative == 0 ? View(false) : View(count(words, illustrative)), "newest",
                words.date_view(written.newest), "files", files_view(table, written, words));
}

/// [{value, word}]
View values_view(const Column& column, const Words& words) {
  return list_of(column.values, [&](std::string_view value) {
    return object("value", borrow(value), "word", words.get(std::string(column.words) + "." + std::string(value)));
  });
}

View column_view(const Column& column, const std::string& example, const Words& words) {
  return object("name", borrow(column.name), "type",
                words.get("data_type." + std::string(routes::name_of(column.type))), "about",
                column_about(column, words), "required", column.presence == routes::Presence::required, "values",
                values_view(column, words), "has_values", !column.values.empty(), "example",
                column.values.empty() ? optional(example) : View(false));
}

}  // namespace

View table_csv() {
  View out;
  for (const Table& table : routes::tables()) out[Key(table.name)] = routes::table_file(table, FileForm::csv);
  return out;
}

View open_data(const model::SiteInfo& info, const routes::WrittenTables& written, const Words& words) {
  View tables = list_of(routes::tables(), [&](const Table& table) {
    return table_view(table, written[static_cast<std::size_t>(table.id)], words);
  });
  return object("tables", std::move(tables), "licence", licence_view(info), "newest",
                words.date_view(newest_of(written)), "package_href", std::string(routes::kDataPackage), "exchange_href",
                std::string(routes::kExchange), "catalogue_href", std::string(routes::kCatalogue));
}

View data_table(const model::SiteInfo& info, const Table& table, const WrittenTable& written, const Words& words) {
  View view = table_view(table, written, words);
  view.add("licence", licence_view(info), "columns", list_of(table.columns, [&](const Column& column) {
             return column_view(column, written.examples[static_cast<std::size_t>(&column - table.columns.data())],
                                words);
           }));
  return view;
}

std::optional<model::Date> newest_of(const routes::WrittenTables& written) {
  std::optional<model::Date> newest;
  for (const WrittenTable& table : written) {
    if (table.newest && (!newest || newest->last_day() < table.newest->last_day())) newest = table.newest;
  }
  return newest;
}

std::string table_name(const Table& table, const Words& words) {
  return words.get("data_table." + std::string(table.name));
}

std::string table_about(const Table& table, const Words& words) {
  return words.get("data_table_about." + std::string(table.name));
}

std::string column_about(const Column& column, const Words& words) {
  return words.get("data_column." + std::string(column.name));
}

std::string catalogue_name(const model::SiteInfo& info, const Words& words) {
  return words.fill("data.catalogue_name", {{"site", info.name}});
}

std::string catalogue_about(const model::SiteInfo& info, const Words& words) {
  return words.get(info.demonstration ? "data.catalogue_about_demonstration" : "data.catalogue_about");
}

}  // namespace thidua::render
