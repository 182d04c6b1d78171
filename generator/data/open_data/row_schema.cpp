#include "data/open_data/row_schema.hpp"

#include "data/open_data/json.hpp"
#include "render/views/data_view.hpp"

namespace thidua::data {
namespace {

using routes::Column;
using routes::ColumnType;
using routes::Presence;

/// What JSON calls the type.
std::string_view json_type(ColumnType type) {
  switch (type) {
    case ColumnType::integer:
      return "integer";
    case ColumnType::number:
      return "number";
    case ColumnType::boolean:
      return "boolean";
    default:
      return "string";
  }
}

std::string enumeration(const Column& column) {
  if (column.values.empty()) return {};
  std::string out = json_array(column.values, json_text);
  if (column.presence == Presence::optional) out.insert(out.size() - 1, ",null");
  return out;
}

std::string property(const Column& column, const render::Words& words) {
  const std::string type = json_text(json_type(column.type));
  const std::string_view format = column.type == ColumnType::date  ? "date"
                                  : column.type == ColumnType::uri ? "uri"
                                                                   : "";
  return json_object({{"description", json_text(render::column_about(column, words))},
                      {"type", column.presence == Presence::required ? type : "[" + type + ",\"null\"]"},
                      {"format", format.empty() ? std::string() : json_text(format)},
                      {"enum", enumeration(column)}});
}

}  // namespace

std::string row_schema(const routes::Table& table, const render::Words& words) {
  std::string properties = "{";
  for (const Column& column : table.columns) {
    properties += properties.size() > 1 ? ",\n" : "\n";
    append_json_text(column.name, properties);
    properties.append(":").append(property(column, words));
  }
  properties += "\n}";
  const std::string row =
      json_object({{"type", json_text("object")},
                   {"properties", properties},
                   {"required", json_array(table.columns, [](const Column& column) { return json_text(column.name); })},
                   {"additionalProperties", "false"}});
  return json_object({{"$schema", json_text("http://json-schema.org/draft-07/schema#")},
                      {"title", json_text(render::table_name(table, words))},
                      {"description", json_text(render::table_about(table, words))},
                      {"type", json_text("array")},
                      {"items", row}}) +
         "\n";
}

}  // namespace thidua::data
