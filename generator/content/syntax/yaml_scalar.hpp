// What a plain scalar of YAML means, by the core schema (YAML 1.2, section 10.3.2).
#pragma once

#include <string_view>

namespace thidua::content {

/// Hexadecimal and octal numbers, infinity and not-a-number count as text: nothing in the content needs them.
enum class YamlScalar { text, number, yes, no };

/// Of a spelling that is_null() does not know.
YamlScalar classify_plain(std::string_view spelling);

/// Whether a plain scalar stands for no value; an empty one, where nothing was written, does.
bool is_null(std::string_view spelling);

}  // namespace thidua::content
