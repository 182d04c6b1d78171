// From what yaml-cpp says to what the author got wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thidua::content {

/// Where yaml-cpp's own place helps an author less than another.
enum class YamlPlace {
  given,        ///< yaml-cpp's own
  opening,      ///< the innermost bracket still open
  last_escape,  ///< the last backslash before the given place
};

struct YamlError {
  YamlPlace place = YamlPlace::given;
  bool is_alias = false;           ///< it is an alias that was not defined
  std::vector<std::string> words;  ///< English and Vietnamese
};

/// `thrown` is the message of an exception of yaml-cpp 0.7.
YamlError explain_yaml_error(std::string_view thrown);

/// For quotes that do not close, which yaml-cpp accepts where the text ends with a line end.
YamlError open_quotes();

}  // namespace thidua::content
