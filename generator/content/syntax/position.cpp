#include "content/syntax/position.hpp"

#include <algorithm>
#include <cstdint>

#include "base/text.hpp"

namespace thidua::content {

Position PositionCursor::at(std::size_t offset) {
  std::string_view passed = text_.substr(offset_, offset - offset_);
  offset_ = offset;
  if (const std::size_t line_end = passed.rfind('\n'); line_end != std::string_view::npos) {
    position_.line += static_cast<std::uint32_t>(std::count(passed.begin(), passed.end(), '\n'));
    position_.column = 1;
    passed.remove_prefix(line_end + 1);
  }
  position_.column += static_cast<std::uint32_t>(base::count_code_points(passed));
  return position_;
}

Position position_at(std::string_view text, std::size_t offset) { return PositionCursor(text).at(offset); }

Place place_of(const std::string& file, Position position) {
  return {file, static_cast<int>(position.line), static_cast<int>(position.column)};
}

}  // namespace thidua::content
