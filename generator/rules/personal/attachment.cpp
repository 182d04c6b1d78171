#include "rules/personal/attachment.hpp"

#include <algorithm>
#include <array>

#include "base/letter.hpp"
#include "base/text.hpp"
#include "rules/personal/birth_date.hpp"
#include "rules/personal/date.hpp"
#include "rules/personal/number.hpp"
#include "rules/personal/person.hpp"
#include "rules/personal/words.hpp"

namespace thidua::rules::personal {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool ends_with(std::string_view name, std::string_view ending) {
  return base::to_lower(name.substr(name.size() - std::min(name.size(), ending.size()))) == ending;
}

/// UTF-16 as UTF-8; what is half a character becomes U+FFFD.
std::string from_utf16(std::string_view bytes, bool big_endian) {
  constexpr char32_t kReplacement = 0xFFFD;
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return big_endian ? first * 256U + second : second * 256U + first;
  };
  std::string out;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t letter = unit(at);
    if ((letter & 0xFC00U) == 0xD800U && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00U) == 0xDC00U) {
      letter = 0x10000U + ((letter & 0x3FFU) << 10U) + (unit(at + 2) & 0x3FFU);
      at += 2;
    }
    base::append_letter(out, (letter & 0xFFFFF800U) == 0xD800U ? kReplacement : letter);
  }
  return out;
}

void unify_line_ends(std::string& text) {
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n') continue;
    text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
}

/// What stands between the cells: in .csv the one of three that the first line has most of, in other text a tab.
char separator_of(std::string_view name, std::string_view text) {
  if (!ends_with(name, ".csv")) return '\t';
  const std::string_view line = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char c : {';', '\t'}) {
    if (std::ranges::count(line, c) > std::ranges::count(line, best)) best = c;
  }
  return best;
}

enum class Column { other, birth, citizen };

/// Looks through one file, cell by cell.
class Cells {
 public:
  Cells(std::string_view text, char separator) : text_(text), separator_(separator) {}

  std::vector<Piece> take() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t end = end_of_cell(at);
      read_cell(at, end);
      at = end + 1;
      const bool goes_on = end < text_.size() && text_[end] == separator_;
      column_ = goes_on ? column_ + 1 : 0;
      if (!goes_on) ++row_;
    }
    return std::move(pieces_);
  }

 private:
  /// Where the separator or the line end behind the cell stands. A line end ends one that is open, too.
  std::size_t end_of_cell(std::size_t at) const {
    bool quoted = false;
    for (; at < text_.size() && text_[at] != '\n'; ++at) {
      if (text_[at] == '"') quoted = !quoted;
      if (text_[at] == separator_ && !quoted) break;
    }
    return at;
  }

  void read_cell(std::size_t begin, std::size_t end) {
    while (begin < end && (text_[begin] == '"' || space_at(text_, begin) > 0)) ++begin;
    while (end > begin && (text_[end - 1] == '"' || space_before(text_, end) > 0)) --end;
    const std::string_view cell = text_.substr(begin, end - begin);
    if (column_ == 0) before_ = {};
    if (const Column heading = heading_of(cell); heading != Column::other) {
      columns_.resize(std::max(columns_.size(), column_ + 1), Column::other);
      columns_[column_] = heading;
    } else {
      const std::size_t known = pieces_.size();
      add_pieces(begin, cell);
      if (pieces_.size() == known) add_birth(begin, cell);
    }
    before_ = {before_[1], cell};
  }

  void add_pieces(std::size_t begin, std::string_view cell) {
    for (Piece& piece : find_pieces(cell)) {
      const bool whole = piece.begin == 0 && piece.end == cell.size();
      if (whole && piece.kind == Kind::citizen_number && piece.text[0] != '0' && column() != Column::citizen) continue;
      pieces_.push_back({piece.kind, begin + piece.begin, begin + piece.end, std::move(piece.text)});
    }
  }

  /// Adds a date that the heading of its column or of its row, or the name in the cell before makes one of birth.
  void add_birth(std::size_t begin, std::string_view cell) {
    const std::string shown = as_shown(cell);
    const WrittenDate date = date_at(shown, 0);
    if (!date.found()) return;
    const bool headed = column() == Column::birth || is_heading_of_births(before_[1]);
    if (headed || (date.is_full && is_year_of_birth(date.year) && is_behind_name(shown)))
      pieces_.push_back({Kind::birth_date, begin, begin + cell.size(), shown.substr(0, date.end)});
  }

  /// Whether the two cells before, with commas between, and the date are as a sentence would have them.
  bool is_behind_name(std::string_view date) const {
    const std::string before = std::string(before_[0]) + ", " + std::string(before_[1]) + ", ";
    return !before_[1].empty() && personal::is_behind_name(before + std::string(date), before.size());
  }

  Column column() const { return column_ < columns_.size() ? columns_[column_] : Column::other; }

  Column heading_of(std::string_view cell) const {
    constexpr std::size_t kLastHeading = 20;  ///< rows, with a title before them
    if (row_ >= kLastHeading || std::ranges::any_of(cell, is_digit)) return Column::other;
    if (is_heading_of_births(cell)) return Column::birth;
    return is_heading_of_citizens(cell) ? Column::citizen : Column::other;
  }

  std::string_view text_;
  char separator_;
  std::size_t row_ = 0, column_ = 0;
  std::vector<Column> columns_;
  std::array<std::string_view, 2> before_;  ///< the cells before, in the same row
  std::vector<Piece> pieces_;
};

}  // namespace

bool is_text_attachment(std::string_view name) { return ends_with(name, ".csv") || ends_with(name, ".txt"); }

std::string text_of_attachment(std::string bytes) {
  if (bytes.starts_with("\xFF\xFE")) {
    bytes = from_utf16(std::string_view(bytes).substr(2), false);
  } else if (bytes.starts_with("\xFE\xFF")) {
    bytes = from_utf16(std::string_view(bytes).substr(2), true);
  } else if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
  }
  unify_line_ends(bytes);
  if (base::is_plainly_clean(bytes) || base::find_invalid_utf8(bytes) != kNone) return bytes;
  return base::to_nfc(bytes);
}

std::vector<Piece> find_in_attachment(std::string_view name, std::string_view text) {
  if (!ends_with(name, ".csv") && text.find('\t') == kNone) return find_pieces(text);
  return Cells(text, separator_of(name, text)).take();
}

}  // namespace thidua::rules::personal
