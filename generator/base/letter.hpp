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
/// Whether words consist of such: letters, digits of any kind, and marks on them.
bool is_word_part(char32_t letter);

/// The value of a digit of any script, of one that is raised, lowered or circled too; -1 for all else.
int digit_value(char32_t letter);
/// Whether it takes no room of its own: joiners, soft hyphens, marks on the letter before.
bool is_invisible(char32_t letter);
/// A space of any width, but no line end.
bool is_space(char32_t letter);
bool is_dash(char32_t letter);

/// Adds the letter to UTF-8 text.
void append_letter(std::string& text, char32_t letter);

/// Lower case by Unicode's rules, the same in every locale.
std::string to_lower(std::string_view text);

}  // namespace thidua::base
