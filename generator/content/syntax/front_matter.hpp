// The head of a Markdown file: YAML between two lines `---`, or a JSON object.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/value.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

struct FrontMatter {
  Value value;                  ///< an empty object where the file has no front matter
  std::size_t body = 0;         ///< offset at which the body starts
  std::uint32_t body_line = 1;  ///< the line on which it starts
};

/// Takes text that clean_text() has passed. Front matter starts on the first line or not at all: with `---` up to the
/// next line `---`, or with `{` up to its closing brace, after which the line ends. Nothing where it is not
/// well-formed.
std::optional<FrontMatter> read_front_matter(std::string_view text, const std::string& file, Diagnostics& diagnostics);

}  // namespace thidua::content
