// What in a Vietnamese text looks like a citizen's number, a date of birth or a mobile number, as it is written or as
// the page shows it. The rule personal_data says where that is looked for, and why.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::rules::personal {

enum class Kind { citizen_number, birth_date, mobile_number };

/// A piece of a text, in bytes. A date of birth begins with the word that makes it one (“sinh”, “SN”), unless
/// that is the heading of its column, or a name is all that stands before it.
struct Piece {
  Kind kind;
  std::size_t begin = 0, end = 0;
  std::string text;  ///< as the page shows it
};

/// All pieces of UTF-8 text in normal form C, in their order, none within another. Takes time in proportion to the
/// length, next to none where there are no digits, and most where something could hide within a number.
std::vector<Piece> find_pieces(std::string_view text);

/// The text as pages show it, as far as numbers need it: what the text of a piece is part of.
std::string as_shown(std::string_view text);

/// What may be shown of a piece: as much of its beginning as lets its author know it again (“0912…”, “sinh ngày …”).
std::string masked(Kind kind, std::string_view piece);

/// The digits of a mobile number as they are dialled within the country: 0912345678 for “+84 912.345.678”.
std::string dialled(std::string_view mobile_number);

}  // namespace thidua::rules::personal
