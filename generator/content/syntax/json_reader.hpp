// JSON text -> Value, every value with its position.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "content/limits.hpp"
#include "content/value.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

/// Reads text that clean_text() has passed; `file` is named in diagnostics. Nothing where the text breaks a rule of
/// JSON or a limit, or has a key twice.
std::optional<Value> read_json(std::string_view text, const std::string& file, Diagnostics& diagnostics,
                               const JsonLimits& limits = {});

/// A value at the front of a text that goes on after it.
struct JsonFront {
  Value value;
  std::size_t end = 0;  ///< offset of what follows the value
};

std::optional<JsonFront> read_json_front(std::string_view text, const std::string& file, Diagnostics& diagnostics);

}  // namespace thidua::content
