#include "search/text/html_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/letter.hpp"

namespace thidua::search {

namespace {

constexpr std::string_view kBetweenParts = " – ";

constexpr std::array<std::pair<std::string_view, char32_t>, 7> kNames = {{{"amp", U'&'},
                                                                          {"lt", U'<'},
                                                                          {"gt", U'>'},
                                                                          {"quot", U'"'},
                                                                          {"apos", U'\''},
                                                                          {"nbsp", U'\u00A0'},
                                                                          {"shy", U'\u00AD'}}};

/// The letter that a reference stands for, given what is between `&` and `;`; 0 where there is none such.
char32_t letter_of(std::string_view name) {
  if (!name.starts_with('#')) {
    const auto known = std::find_if(kNames.begin(), kNames.end(), [&](const auto& one) { return one.first == name; });
    return known == kNames.end() ? 0 : known->second;
  }
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number, hex ? 16 : 10);
  const bool letter = number < 0xD800 || (number >= 0xE000 && number <= 0x10FFFF);
  return error == std::errc() && end == name.data() + name.size() && letter ? number : 0;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

void append_title(std::string& title, const Piece& piece) {
  std::string_view rest = piece.text;
  const bool blank = std::all_of(rest.begin(), rest.end(), is_space);
  if (!blank && !title.empty() && !piece.follows) title += kBetweenParts;
  while (!rest.empty()) {
    const std::size_t end = rest[0] == '&' ? rest.substr(0, 12).find(';') : rest.npos;
    const char32_t letter = end == rest.npos ? 0 : letter_of(rest.substr(1, end - 1));
    if (letter != 0) {
      base::append_letter(title, letter);
      rest.remove_prefix(end + 1);
      continue;
    }
    if (!is_space(rest[0]))
      title += rest[0];
    else if (!title.empty() && title.back() != ' ')
      title += ' ';
    rest.remove_prefix(1);
  }
}

}  // namespace thidua::search
