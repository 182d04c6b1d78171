// Numbers of nine digits and more: citizens' numbers and mobile numbers.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "rules/personal/find.hpp"

namespace thidua::rules::personal {

/// Reads the digits that begin at `digit`, no digit being before it, and the groups that spaces, dots and hyphens join
/// to them; adds what they are to `pieces`. Gives the offset from which to go on, which is above `digit`.
std::size_t find_numbers(std::string_view text, std::size_t digit, std::vector<Piece>& pieces);

/// Whether a column's heading says “Số CCCD”, “Căn cước công dân”, “CMND”.
bool is_heading_of_citizens(std::string_view heading);

}  // namespace thidua::rules::personal
