// A theme's script in several modules -> one, so that a page loads one file and its hash names all of it.
#pragma once

#include <map>
#include <string>

namespace thidua::render {

/// Joins modules, by their names, each behind those that it imports. A line that begins with `import` and names another
/// of them (`from './words.mjs'`) is left out, as is `export` at the beginning of a line; so each name of the top level
/// is used once in all of them. Comments are left out too: lines that are nothing else, and what follows ` // ` behind
/// a bracket that opens, a comma or a semicolon. Modules that import each other come in the order of their names.
std::string join_modules(const std::map<std::string, std::string>& modules);

}  // namespace thidua::render
