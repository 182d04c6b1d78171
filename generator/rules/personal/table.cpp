#include "rules/personal/table.hpp"

#include <algorithm>

#include "rules/personal/words.hpp"

namespace thidua::rules::personal {
namespace {

constexpr std::size_t kMaxRow = 2000;  ///< bytes of a line within which cells are counted

}  // namespace

std::string_view Table::heading_of(std::size_t at) {
  const std::size_t border = skip_spaces_before(text_, at);
  if (border == 0 || text_[border - 1] != '|') return {};
  const std::size_t nearest = at - std::min(at, kMaxRow);
  if (text_.substr(nearest, at - nearest).find('\n') == std::string_view::npos && nearest > 0) return {};
  const std::size_t row = line_of(at);
  if (!is_row(row)) return {};
  if (at >= end_) {
    begin_ = row;
    while (begin_ > end_ && is_row(line_of(begin_ - 1))) begin_ = line_of(begin_ - 1);
    for (end_ = end_of_line(row); is_row(end_);) end_ = end_of_line(end_);
  }
  if (row == begin_) return {};
  std::string_view heading = text_.substr(begin_, kMaxRow);
  heading = heading.substr(0, heading.find('\n'));
  for (auto left = std::ranges::count(text_.substr(row, border - row), '|'); left > 0; --left) {
    const std::size_t next = heading.find('|');
    if (next == std::string_view::npos) return {};
    heading.remove_prefix(next + 1);
  }
  return heading.substr(0, heading.find('|'));
}

/// Whether a line with a border at its front begins at `line`.
bool Table::is_row(std::size_t line) const {
  const std::size_t at = skip_spaces(text_, line);
  return at < text_.size() && text_[at] == '|';
}

std::size_t Table::line_of(std::size_t at) const {
  const std::size_t before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

/// Behind the line end, or the end of the text.
std::size_t Table::end_of_line(std::size_t at) const { return std::min(text_.find('\n', at), text_.size() - 1) + 1; }

}  // namespace thidua::rules::personal
