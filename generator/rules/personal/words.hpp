// Words and marks around a place in a text, in whatever case, without a copy of the text.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace thidua::rules::personal {

/// A word, or several with single spaces, in lower and in upper case: the same number of bytes, as Vietnamese has it.
struct Word {
  std::string_view lower, upper;
};

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a letter, a digit or `_` ends at `at`, or begins there.
bool word_ends_at(std::string_view text, std::size_t at);
bool word_begins_at(std::string_view text, std::size_t at);

/// The offset of the one of `words` that ends at `end` and is no part of a longer word; `end` where there is none.
std::size_t word_before(std::string_view text, std::size_t end, std::span<const Word> words);
/// The end of the one of `words` that begins at `begin` and is no part of a longer word; `begin` where there is none.
std::size_t word_after(std::string_view text, std::size_t begin, std::span<const Word> words);

/// The run of letters that ends at `end`; empty where none does.
std::string_view letters_before(std::string_view text, std::size_t end);

/// The bytes of the space (U+0020, U+00A0, tab) that ends at `at`, or begins there; 0 where none does.
std::size_t space_before(std::string_view text, std::size_t at);
std::size_t space_at(std::string_view text, std::size_t at);

/// The bytes of the hyphen, dash (U+2010 to U+2015) or minus that begins at `at`; 0 where none does.
std::size_t dash_at(std::string_view text, std::size_t at);

/// Past all the spaces that end at `at`, or that begin there.
std::size_t skip_spaces_before(std::string_view text, std::size_t at);
std::size_t skip_spaces(std::string_view text, std::size_t at);

}  // namespace thidua::rules::personal
