#include "content/syntax/yaml_scalar.hpp"

#include <cstddef>

namespace thidua::content {
namespace {

bool skip_one(std::string_view& text, std::string_view choice) {
  if (text.empty() || choice.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::size_t skip_digits(std::string_view& text) {
  std::size_t count = 0;
  while (skip_one(text, "0123456789")) ++count;
  return count;
}

/// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_number(std::string_view text) {
  skip_one(text, "+-");
  std::size_t digits = skip_digits(text);
  if (skip_one(text, ".")) digits += skip_digits(text);
  if (digits == 0) return false;
  if (!skip_one(text, "eE")) return text.empty();
  skip_one(text, "+-");
  return skip_digits(text) > 0 && text.empty();
}

}  // namespace

YamlScalar classify_plain(std::string_view spelling) {
  if (spelling == "true" || spelling == "True" || spelling == "TRUE") return YamlScalar::yes;
  if (spelling == "false" || spelling == "False" || spelling == "FALSE") return YamlScalar::no;
  return is_number(spelling) ? YamlScalar::number : YamlScalar::text;
}

bool is_null(std::string_view spelling) {
  return spelling.empty() || spelling == "~" || spelling == "null" || spelling == "Null" || spelling == "NULL";
}

}  // namespace thidua::content
