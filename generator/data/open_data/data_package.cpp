#include "data/open_data/data_package.hpp"

#include "data/open_data/json.hpp"
#include "render/views/data_view.hpp"

namespace thidua::data {
namespace {

using routes::Column;
using routes::ColumnType;
using routes::FileForm;

/// What Table Schema calls the type.
std::string_view field_type(ColumnType type) {
  return type == ColumnType::text || type == ColumnType::uri ? "string" : routes::name_of(type);
}

std::string field(const Column& column, const render::Words& words) {
  const bool required = column.presence == routes::Presence::required;
  const std::string constraints =
      json_object({{"required", required ? "true" : ""},
                   {"enum", column.values.empty() ? std::string() : json_array(column.values, json_text)}});
  return json_object({{"name", json_text(column.name)},
                      {"type", json_text(field_type(column.type))},
                      {"format", column.type == ColumnType::uri ? json_text("uri") : std::string()},
                      {"description", json_text(render::column_about(column, words))},
                      {"constraints", constraints == "{}" ? std::string() : constraints}});
}

/// A path below the folder that the package stands in.
std::string in_folder(const std::string& path) { return path.substr(routes::kOpenDataFolder.size()); }

std::string resource(const routes::Table& table, const routes::WrittenTable& written, const render::Words& words) {
  const std::string fields =
      json_array(table.columns, [&](const Column& column) { return "\n" + field(column, words); });
  return "\n" + json_object({{"name", json_text(table.name)},
                             {"title", json_text(render::table_name(table, words))},
                             {"description", json_text(render::table_about(table, words))},
                             {"profile", json_text("tabular-data-resource")},
                             {"type", json_text("table")},
                             {"path", json_text(in_folder(routes::table_file(table, FileForm::csv)))},
                             {"format", json_text("csv")},
                             {"mediatype", json_text("text/csv")},
                             {"encoding", json_text("utf-8")},
                             {"bytes", std::to_string(written.bytes[static_cast<std::size_t>(FileForm::csv)])},
                             {"schema", json_object({{"fields", fields}})}});
}

/// An array of one object.
std::string one(std::initializer_list<std::pair<std::string_view, std::string>> members) {
  return "[" + json_object(members) + "]";
}

}  // namespace

std::string data_package(const model::SiteInfo& info, const routes::WrittenTables& written,
                         const render::Words& words) {
  std::string licences;
  if (info.data_licence)
    licences = one({{"path", json_text(info.data_licence->url)}, {"title", json_text(info.data_licence->name)}});
  const std::string resources = json_array(routes::tables(), [&](const routes::Table& table) {
    return resource(table, written[static_cast<std::size_t>(table.id)], words);
  });
  return json_object({{"$schema", json_text("https://datapackage.org/profiles/2.0/datapackage.json")},
                      {"profile", json_text("tabular-data-package")},
                      {"name", json_text("thidua")},
                      {"title", json_text(render::catalogue_name(info, words))},
                      {"description", json_text(render::catalogue_about(info, words))},
                      {"homepage", json_text(info.base_url + std::string(routes::kOpenDataFolder))},
                      {"licenses", licences},
                      {"sources", one({{"title", json_text(info.authority)}, {"path", json_text(info.base_url)}})},
                      {"resources", resources}}) +
         "\n";
}

}  // namespace thidua::data
