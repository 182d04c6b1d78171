// From the place at which a JSON parser gave up to what the author got wrong.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

/// What the parser missed or could not read.
enum class JsonFault { value, key, colon, comma_or_brace, comma_or_bracket, string, number, number_range, rest };

struct JsonErrorOffsets {
  std::size_t error = 0;  ///< where the parser stood
  std::size_t token = 0;  ///< where the token starts that it was reading; npos at the end of the text
};

void report_json_error(std::string_view text, JsonFault fault, JsonErrorOffsets offsets, const std::string& file,
                       Diagnostics& diagnostics);

}  // namespace thidua::content
