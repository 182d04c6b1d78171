// What kind of file a browser is told that it gets.
#pragma once

#include <string_view>

namespace thidua::preview {

/// By the path's ending, in lower case: "text/html; charset=utf-8"; application/octet-stream where the ending is not
/// known.
std::string_view content_type(std::string_view path);

}  // namespace thidua::preview
