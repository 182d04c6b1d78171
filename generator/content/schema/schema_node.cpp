#include "content/schema/schema_node.hpp"

#include <charconv>
#include <cstddef>

namespace thidua::content {
namespace {

constexpr std::string_view kLocal = "#/";

/// Follows a reference within the schema: "#/definitions/day".
const Value* follow(const Value& schema, std::string_view reference) {
  if (!reference.starts_with(kLocal)) return nullptr;
  const Value* at = &schema;
  for (std::string_view rest = reference.substr(kLocal.size()); at != nullptr && !rest.empty();) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    at = at->find(rest.substr(0, slash));
    rest.remove_prefix(std::min(slash + 1, rest.size()));
  }
  return at;
}

}  // namespace

const Value* resolve(const Value& schema, const Value* node) {
  while (node != nullptr) {
    const Value* reference = node->find("$ref");
    if (reference == nullptr) return node;
    node = follow(schema, reference->as_string());
  }
  return nullptr;
}

const Value* descend(const Value& schema, const Value* node, const std::string& step) {
  if (node == nullptr) return nullptr;
  if (const Value* properties = node->find("properties"); properties != nullptr) {
    if (const Value* property = properties->find(step)) return resolve(schema, property);
  }
  if (const Value* items = node->find("items")) return resolve(schema, items);
  return resolve(schema, node->find("additionalProperties"));
}

std::vector<std::string_view> property_names(const Value* node) {
  std::vector<std::string_view> names;
  const Value* properties = node == nullptr ? nullptr : node->find("properties");
  if (properties == nullptr) return names;
  for (const Member& member : properties->as_object()) names.push_back(member.key);
  return names;
}

const Value* child(const Value& value, const std::string& step) {
  if (value.is_object()) return value.find(step);
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
  const bool exists = error == std::errc{} && value.is_array() && index < value.as_array().size();
  return exists ? &value.as_array()[index] : nullptr;
}

}  // namespace thidua::content
