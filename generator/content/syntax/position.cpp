#include "content/syntax/position.hpp"

namespace thidua::content {

Position PositionCursor::at(std::size_t offset) {
  for (; offset_ < offset; ++offset_) {
    const auto byte = static_cast<unsigned char>(text_[offset_]);
    if (byte == '\n') {
      ++position_.line;
      position_.column = 1;
    } else if ((byte & 0xC0U) != 0x80U) {
      ++position_.column;
    }
  }
  return position_;
}

Position position_at(std::string_view text, std::size_t offset) { return PositionCursor(text).at(offset); }

Place place_of(const std::string& file, Position position) {
  return {file, static_cast<int>(position.line), static_cast<int>(position.column)};
}

}  // namespace thidua::content
