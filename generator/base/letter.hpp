// Single letters of UTF-8 text, by Unicode's properties.
#pragma once

#include <string>
#include <string_view>

namespace thidua::base {

/// The first code point; 0 where the text is empty or starts with bytes that are no UTF-8.
char32_t first_letter(std::string_view text);
/// The last code point; 0 likewise.
char32_t last_letter(std::string_view text);

bool is_lower(char32_t letter);
bool is_upper(char32_t letter);
bool is_letter(char32_t letter);

/// Lower case by Unicode's rules, the same in every locale.
std::string to_lower(std::string_view text);

}  // namespace thidua::base
