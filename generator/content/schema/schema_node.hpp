// Finding one's way in a schema: which part of it speaks of a given value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/value.hpp"

namespace thidua::content {

/// The part of a schema that `$ref` of `node` leads to, through any number of steps; `node` itself where it has none.
const Value* resolve(const Value& schema, const Value* node);

/// The part that speaks of the element or member `step` of what `node` speaks of; nullptr where none does.
const Value* descend(const Value& schema, const Value* node, const std::string& step);

/// Names of the properties that `node` knows, in the order of the schema.
std::vector<std::string_view> property_names(const Value* node);

/// The element or member `step` of a value; nullptr where there is none.
const Value* child(const Value& value, const std::string& step);

}  // namespace thidua::content
