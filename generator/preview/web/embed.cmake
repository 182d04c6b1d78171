# Makes the .cpp that carries the files for the browser: cmake -D OUTPUT=file.cpp -D FOLDER=generator/preview/web -P embed.cmake
set(functions "")
foreach(pair script.html:script_element preview.js:reload_script findings.mustache:findings_template findings.css:findings_style)
  string(REGEX MATCH "^([^:]+):(.+)$" matched ${pair})
  set(function ${CMAKE_MATCH_2})
  file(READ ${FOLDER}/${CMAKE_MATCH_1} text)
  string(APPEND functions "std::string_view ${function}() { return R\"embedded(${text})embedded\"; }\n")
endforeach()
file(WRITE ${OUTPUT} "// Made by generator/preview/web/embed.cmake.
#include \"preview/embedded.hpp\"

namespace thidua::preview {

${functions}
}  // namespace thidua::preview
")
