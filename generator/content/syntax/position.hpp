// From offsets in a text to lines and columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "content/value.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

/// Tells the positions of offsets that never decrease, passing over the text once.
class PositionCursor {
 public:
  /// The text outlives the cursor.
  explicit PositionCursor(std::string_view text) : text_(text) {}

  /// `offset` is not below the one asked before, and at most the length of the text.
  Position at(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  Position position_{1, 1};
};

/// The position of one offset; passes over the text up to there.
Position position_at(std::string_view text, std::size_t offset);

Place place_of(const std::string& file, Position position);

}  // namespace thidua::content
