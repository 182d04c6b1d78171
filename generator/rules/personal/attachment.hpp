// Published files of text beside the articles: .csv and .txt in media/. Lists exported from spreadsheets are where
// whole columns of personal data come from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/personal/find.hpp"

namespace thidua::rules::personal {

constexpr std::uint64_t kMaxAttachment = 5 * 1024 * 1024;  ///< bytes of a file that is looked into

/// Whether a file of that name is text.
bool is_text_attachment(std::string_view name);

/// The bytes as UTF-8 in normal form C with line ends \n, lines as they are in the file. Spreadsheets also write
/// UTF-16, which begins with a mark of its byte order.
std::string text_of_attachment(std::string bytes);

/// The pieces of the file's text in their order: in each cell, in columns that are headed “Ngày sinh” and the like, and
/// behind names. A bare number of nine or twelve digits that does not begin with 0 is taken for an amount, unless its
/// column is headed as one of identity numbers.
std::vector<Piece> find_in_attachment(std::string_view name, std::string_view text);

}  // namespace thidua::rules::personal
