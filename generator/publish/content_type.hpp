// What kind of file a browser is told that it gets, and whether it travels better compressed.
#pragma once

#include <string_view>

namespace thidua::publish {

/// By the path's ending, in lower case: "text/html; charset=utf-8"; application/octet-stream where the ending is not
/// known.
std::string_view content_type(std::string_view path);

/// Whether a file of that ending is text, which compression makes several times smaller. Pictures, documents and
/// archives are compressed already; what is fetched by range (the search index) has to stay as it is.
bool is_text(std::string_view path);

}  // namespace thidua::publish
