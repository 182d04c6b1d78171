// Whether a piece of Markdown says anything to a reader.
#pragma once

#include <string_view>

namespace thidua::model {

/// A letter or a digit outside headings, comments, tags, character references (&nbsp;) and definitions of links: rules,
/// lone marks and spaces of any kind say nothing. The name of a picture counts, and code does.
bool has_substance(std::string_view markdown);

}  // namespace thidua::model
