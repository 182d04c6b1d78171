#include "content/schema/shape.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <utility>

namespace thidua::content {
namespace {

constexpr std::string_view kLocal = "#/";
[[maybe_unused]] constexpr std::size_t kMaxProperties = 64;  // read by an assertion alone

constexpr std::array<std::pair<std::string_view, unsigned>, 7> kTypes = {{{"null", kNull},
                                                                          {"boolean", kBoolean},
                                                                          {"integer", kInteger},
                                                                          {"number", kInteger | kFraction},
                                                                          {"string", kText},
                                                                          {"array", kList},
                                                                          {"object", kObject}}};

unsigned bits_of(const Value& type) {
  unsigned bits = 0;
  const auto add = [&](const Value& name) {
    const auto* found =
        std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& t) { return t.first == name.as_string(); });
    assert(found != kTypes.end() && "a type of JSON Schema");
    if (found != kTypes.end()) bits |= found->second;
  };
  if (type.is_string()) {
    add(type);
  } else {
    for (const Value& name : type.as_array()) add(name);
  }
  return bits;
}

/// Where "#/definitions/day" leads.
const Value* follow(const Value& schema, std::string_view reference) {
  assert(reference.starts_with(kLocal));
  const Value* at = &schema;
  for (std::string_view rest = reference.substr(kLocal.size()); at != nullptr && !rest.empty();) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    at = at->find(rest.substr(0, slash));
    rest.remove_prefix(std::min(slash + 1, rest.size()));
  }
  return at;
}

template <class Number>
void read_limit(const Value& node, std::string_view keyword, Number& limit) {
  if (const Value* given = node.find(keyword)) limit = static_cast<Number>(given->as_number().value());
}

}  // namespace

Type type_of(const Value& value) {
  if (value.is_string()) return kText;
  if (value.is_object()) return kObject;
  if (value.is_array()) return kList;
  if (value.is_number()) return value.as_number().is_whole() ? kInteger : kFraction;
  return value.is_bool() ? kBoolean : kNull;
}

Shapes::Shapes(const Value& schema) : schema_(schema), root_(shape_of(schema)) {}

Shapes::~Shapes() = default;

const Shape* Shapes::shape_of(const Value& node) {
  const Value* at = &node;
  while (const Value* reference = at->find("$ref")) {  // what stands beside it does not count, says draft-07
    at = follow(schema_, reference->as_string());
    assert(at != nullptr && "a reference within the schema");
  }
  auto& known = all_[at];
  if (known == nullptr) {
    known = std::make_unique<Shape>();
    read(*at, *known);  // a part that refers to itself finds itself known
  }
  return known.get();
}

void Shapes::read(const Value& node, Shape& shape) {
  shape.node = &node;
  if (const Value* type = node.find("type")) shape.types = bits_of(*type);
  if (const Value* only = node.find("const")) shape.choices = {only};
  if (const Value* choices = node.find("enum")) {
    for (const Value& choice : choices->as_array()) shape.choices.push_back(&choice);
  }
  if (const Value* pattern = node.find("pattern")) {
    auto& compiled = patterns_[pattern->as_string()];
    if (compiled == nullptr) compiled = std::make_shared<const re2::RE2>(pattern->as_string(), re2::RE2::Quiet);
    assert(compiled->ok() && "a pattern that RE2 knows");
    shape.pattern = compiled;
  }
  if (const Value* items = node.find("items")) shape.items = shape_of(*items);
  read_limit(node, "minLength", shape.min_length);
  read_limit(node, "maxLength", shape.max_length);
  read_limit(node, "minItems", shape.min_items);
  read_limit(node, "maxItems", shape.max_items);
  read_limit(node, "minimum", shape.minimum);
  read_limit(node, "maximum", shape.maximum);
  read_object(node, shape);
}

void Shapes::read_object(const Value& node, Shape& shape) {
  if (const Value* properties = node.find("properties")) {
    for (const Member& member : properties->as_object())
      shape.properties.push_back({member.key, shape_of(member.value), false});
  }
  if (const Value* required = node.find("required")) {
    for (const Value& name : required->as_array()) {
      const auto property = std::find_if(shape.properties.begin(), shape.properties.end(),
                                         [&](const Property& p) { return p.name == name.as_string(); });
      assert(property != shape.properties.end() && "what is required is a property");
      if (property != shape.properties.end()) property->required = true;
    }
  }
  assert(shape.properties.size() <= kMaxProperties);
  if (const Value* others = node.find("additionalProperties")) {
    shape.closed = others->is_bool() && !others->as_bool();
    if (others->is_object()) shape.others = shape_of(*others);
  }
}

}  // namespace thidua::content
