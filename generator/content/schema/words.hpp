// What a schema says in symbols, in the words of a diagnostic.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/value.hpp"

namespace thidua::content {

struct Words {
  std::string english, vietnamese;
};

/// What a value is: "text", "a list" …
Words kind_of(const Value& value);

/// What a schema's `type`, a name or a list of names, allows.
Words allowed_types(const Value& type);

/// What a `pattern` of our schemas asks for; nothing for a pattern that is not known here.
std::optional<Words> describe_pattern(std::string_view pattern);

}  // namespace thidua::content
