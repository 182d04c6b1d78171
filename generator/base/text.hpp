// Text as the portal needs it: UTF-8 in Unicode normal form C (NFC), and Vietnamese order and folding.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace thidua::base {

/// For containers of std::string that are searched by std::string_view, beside std::equal_to<>.
struct TextHash : std::hash<std::string_view> {
  using is_transparent = void;
};

/// Offset of the first byte that is no part of valid UTF-8 (RFC 3629: no overlong form, no surrogate, nothing above
/// U+10FFFF), or npos.
std::size_t find_invalid_utf8(std::string_view text);

/// Offset of the first control character that text has no use for: U+0000 to U+001F but tab, line feed and carriage
/// return, and U+007F; or npos.
std::size_t find_control(std::string_view text);

/// Offset of the first character of UTF-8 text that is not to be seen but changes what is: one without width (U+200B,
/// soft hyphens), one that turns the direction of writing (U+202E), one that breaks the line for some programs only
/// (U+2028), and what is no character at all (U+FFFE); or npos.
std::size_t find_invisible(std::string_view text);

/// U+200B for the character at an offset of UTF-8 text.
std::string name_of_character(std::string_view text, std::size_t at);

/// Whether UTF-8 text holds nothing to be seen: spaces of any kind, fillers, and what find_invisible() finds.
bool is_blank(std::string_view text);

/// Whether the text is valid UTF-8 in normal form C without unwanted control characters and without invisible ones, as
/// far as one quick look tells: true for nearly all Vietnamese text; false asks for the four looks above and below.
bool is_plainly_clean(std::string_view text);

/// Offset at which UTF-8 text first departs from normal form C, to the character that combines with what follows; or
/// npos.
std::size_t find_not_nfc(std::string_view text);

/// The UTF-8 text in normal form C.
std::string to_nfc(std::string_view text);

/// The number of code points of UTF-8 text.
std::size_t count_code_points(std::string_view text);

/// How many code points must be added, removed, replaced or swapped with their neighbour to turn one text into the
/// other (each at most once per place). Takes time in proportion to the product of both lengths.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Bytes whose order is the Vietnamese order of the texts (ICU, locale vi). Tone marks count for the same wherever they
/// stand on `oa`, `oe`, `uy` (hoà and hòa are one word); the `u` of `qu` carries none.
std::string sort_key(std::string_view text);

/// What names are told apart by: lower case, one space between words, no space or full stop around them.
std::string name_key(std::string_view name);

/// For searching without tone marks: lower case, no marks, đ as d.
std::string fold(std::string_view text);

/// An address with letters of any script as one of ASCII alone: their bytes as %XX (RFC 3987, section 3.1).
std::string uri(std::string_view iri);

}  // namespace thidua::base
