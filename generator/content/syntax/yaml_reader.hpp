// YAML text -> Value, every value with its position. The part of YAML that front matter needs: maps, lists and scalars
// of the core schema, where dates stay text. Aliases, anchors, tags, merge keys and keys that are no text are refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/value.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

/// Reads text that clean_text() has passed and that starts on line `first_line` of `file`. Text without content is an
/// empty object. Nothing where the text breaks a rule of YAML or a limit, has a key twice or uses what is refused.
std::optional<Value> read_yaml(std::string_view text, std::uint32_t first_line, const std::string& file,
                               Diagnostics& diagnostics);

}  // namespace thidua::content
