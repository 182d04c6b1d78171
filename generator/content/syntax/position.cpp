#include "content/syntax/position.hpp"

namespace thidua::content {

Position PositionCursor::at(std::size_t offset) {
  // Without branches: about every fourth byte of Vietnamese text continues a letter, which no processor predicts.
  for (; offset_ < offset; ++offset_) {
    const auto byte = static_cast<unsigned char>(text_[offset_]);
    const bool line_end = byte == '\n', begins = (byte & 0xC0U) != 0x80U;
    position_.line += static_cast<unsigned>(line_end);
    position_.column = line_end ? 1 : position_.column + static_cast<unsigned>(begins);
  }
  return position_;
}

Position position_at(std::string_view text, std::size_t offset) { return PositionCursor(text).at(offset); }

Place place_of(const std::string& file, Position position) {
  return {file, static_cast<int>(position.line), static_cast<int>(position.column)};
}

}  // namespace thidua::content
