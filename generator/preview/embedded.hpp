// The files of preview/web, which are part of the program.
#pragma once

#include <string_view>

namespace thidua::preview {

std::string_view script_element();     ///< script.html: brings the script into a page; {site}, {findings} and {close}
std::string_view reload_script();      ///< preview.js
std::string_view findings_template();  ///< findings.mustache
std::string_view findings_style();     ///< findings.css

}  // namespace thidua::preview
