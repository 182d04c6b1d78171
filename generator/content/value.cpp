#include "content/value.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace thidua::content {

std::optional<double> Value::Number::exact() const {
  const char* begin = spelling.data() + (spelling.starts_with('+') ? 1 : 0);
  const char* end = spelling.data() + spelling.size();
  double out = 0;
  const auto [rest, error] = std::from_chars(begin, end, out);
  if (error != std::errc{} || rest != end || !std::isfinite(out)) return std::nullopt;
  return out;
}

bool Value::Number::is_whole() const { return spelling.find_first_of(".eE") == std::string::npos; }

const Value* Value::find(std::string_view key) const {
  if (!is_object()) return nullptr;
  const Object& members = as_object();
  const auto found = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.key == key; });
  return found == members.end() ? nullptr : &found->value;
}

}  // namespace thidua::content
