#include "rules/personal/find.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>

#include "rules/personal/birth_date.hpp"
#include "rules/personal/number.hpp"
#include "rules/personal/shown.hpp"
#include "rules/personal/words.hpp"

namespace thidua::rules::personal {
namespace {

/// The offset of the first digit from `at` on, or the length. Eight bytes at a time: text is mostly letters.
std::size_t next_digit(std::string_view text, std::size_t at) {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::uint64_t kOnes = 0x0101010101010101U, kHighBits = kOnes * 0x80U;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    bytes ^= kOnes * std::uint64_t{'0'};                                         // digits become 0 to 9
    const std::uint64_t below_ten = (bytes - kOnes * 10U) & ~bytes & kHighBits;  // right up to the first one
    if (below_ten != 0) return at + static_cast<std::size_t>(std::countr_zero(below_ten)) / 8;
  }
  while (at < text.size() && !is_digit(text[at])) ++at;
  return at;
}

/// The pieces of the text as it stands, and whether some digits may go on where they seem to end.
struct Found {
  std::vector<Piece> pieces;
  bool hidden = false;
};

Found find_as_written(std::string_view text) {
  Found found;
  BirthDates births(text);
  std::size_t at = 0;
  while ((at = next_digit(text, at)) < text.size()) {
    const std::size_t begin = at;
    if (const std::optional<Piece> birth = births.at(at)) {
      found.pieces.push_back(*birth);
      at = birth->end;
    } else {
      at = find_numbers(text, at, found.pieces);
    }
    found.hidden = found.hidden || goes_on_hidden(text, begin, at);
  }
  for (Piece& piece : found.pieces) piece.text = text.substr(piece.begin, piece.end - piece.begin);
  return found;
}

/// What is found in the text as it is shown, by its place in the source.
std::vector<Piece> find_as_shown(std::string_view text) {
  const Shown shown(text);
  std::vector<Piece> pieces = find_as_written(shown.text()).pieces;
  for (Piece& piece : pieces) {
    piece.begin = shown.source_of(piece.begin);
    piece.end = shown.source_of(piece.end);
  }
  return pieces;
}

/// Adds those of `more` that overlap none of `pieces`. Both are in order, and stay so.
void add_where_free(std::vector<Piece> more, std::vector<Piece>& pieces) {
  const auto known = static_cast<std::ptrdiff_t>(pieces.size());
  for (Piece& piece : more) {
    const auto begin = pieces.begin(), end = begin + known;
    const auto next = std::partition_point(begin, end, [&](const Piece& p) { return p.end <= piece.begin; });
    if (next == end || next->begin >= piece.end) pieces.push_back(std::move(piece));
  }
  std::ranges::inplace_merge(pieces, pieces.begin() + known, {}, &Piece::begin);
}

}  // namespace

std::vector<Piece> find_pieces(std::string_view text) {
  Found found = find_as_written(text);
  if (found.hidden || has_foreign(text)) add_where_free(find_as_shown(text), found.pieces);
  return std::move(found.pieces);
}

std::string as_shown(std::string_view text) { return std::string(Shown(text).text()); }

std::string masked(Kind kind, std::string_view piece) {
  constexpr std::ptrdiff_t kShownOfCitizen = 3, kHiddenOfMobile = 6;
  std::ptrdiff_t shown = 0;  // digits
  if (kind == Kind::citizen_number) shown = kShownOfCitizen;
  if (kind == Kind::mobile_number) shown = std::ranges::count_if(piece, is_digit) - kHiddenOfMobile;
  std::string out;
  for (const char c : piece) {
    if (is_digit(c) && shown-- == 0) break;
    out += c == '\n' ? ' ' : c;
  }
  while (!out.empty() && std::string_view(" .-").find(out.back()) != std::string_view::npos) out.pop_back();
  return out + (kind == Kind::birth_date && !out.empty() ? " …" : "…");
}

std::string dialled(std::string_view mobile_number) {
  std::string digits;
  for (const char c : mobile_number) {
    if (is_digit(c)) digits += c;
  }
  if (digits.starts_with("0084")) digits.erase(0, 2);
  if (digits.starts_with("84")) digits.replace(0, digits.starts_with("840") ? 3 : 2, "0");
  return digits;
}

}  // namespace thidua::rules::personal
