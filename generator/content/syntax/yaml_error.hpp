// From what libyaml says to what the author got wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

/// What libyaml saw. It knows two places: that of the problem, and that where what it was reading starts.
struct YamlProblem {
  std::string_view problem;  ///< "did not find expected ',' or ']'"
  std::string_view context;  ///< "while parsing a flow sequence", or empty
  char found = '\0';         ///< the first byte at the place of the problem; a null byte at the end of the text
};

/// Which place helps an author most.
enum class YamlPlace {
  problem,
  context,      ///< where the quotes or the bracket opens
  opening,      ///< the innermost bracket still open
  last_escape,  ///< the last backslash before the problem
};

struct YamlError {
  Code code = Code::yaml_syntax;
  YamlPlace place = YamlPlace::problem;
  std::vector<std::string> words;  ///< English and Vietnamese, where the code has room for them
};

YamlError explain_yaml_error(const YamlProblem& seen);

/// For a character that ends a line to libyaml but to no editor.
YamlError invisible_character();

}  // namespace thidua::content
