// A person's name and a date directly behind it, as lists pasted from a dossier have them: “Nguyễn Văn A, 05/02/1980”,
// “Nguyễn Văn A (5.2.1980)”. No word says that it is a birth; that it is one is likely where the year allows it and
// nothing around speaks of a decision, an event or a place.
#pragma once

#include <cstddef>
#include <string_view>

#include "rules/personal/date.hpp"

namespace thidua::rules::personal {

/// Whether somebody who works may be born in that year, also where it is written with its last two digits.
bool is_year_of_birth(int year);

/// Whether a date at `digit` would stand behind a name of two to five words and a comma or an opening bracket.
bool is_behind_name(std::string_view text, std::size_t digit);

/// Whether the date behind a name is full, of a year of birth, and nothing behind it says what else it is.
bool is_birth_of_named(std::string_view text, const WrittenDate& date);

}  // namespace thidua::rules::personal
