// Numbers so long that they may be those of a person, kept out of what the program prints.
#pragma once

#include <string>
#include <string_view>

namespace thidua::base {

/// The text with only the first three digits of each number that may be a citizen's or a mobile number: 12 digits, or 9
/// that something is joined to, or 9 and more of which the first is 0 or the first two are 84, in groups or not. Dates
/// and amounts stay: "to-0912-345-678" -> "to-091…", "150000000" as it is.
std::string without_long_numbers(std::string_view text);

/// The text with a dot for each digit of the same numbers, and of all of 9 to 12 digits in a row: for a line of a
/// file, in which every character keeps its column.
std::string with_dots_for_long_numbers(std::string_view text);

}  // namespace thidua::base
