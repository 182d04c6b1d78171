// Text as a page has it -> text.
#pragma once

#include <string>

#include "search/text/marked_text.hpp"

namespace thidua::search {

/// Adds a piece of HTML text, with its character references resolved and its white space as single spaces. A dash
/// stands before what begins a new block.
void append_title(std::string& title, const Piece& piece);

}  // namespace thidua::search
