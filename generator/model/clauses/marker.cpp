#include "model/clauses/marker.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace thidua::model {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
  return s;
}

/// The value of a Roman numeral in its usual form, up to 89; 0 where it is none.
int roman_value(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kTens = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"};
  static constexpr std::array<std::string_view, 10> kOnes = {"",  "I",  "II",  "III",  "IV",
                                                             "V", "VI", "VII", "VIII", "IX"};
  for (std::size_t ten = kTens.size(); ten-- > 0;) {
    if (!text.starts_with(kTens[ten])) continue;
    const auto one = std::find(kOnes.begin(), kOnes.end(), text.substr(kTens[ten].size()));
    if (one != kOnes.end()) return static_cast<int>(ten * 10) + static_cast<int>(one - kOnes.begin());
  }
  return 0;
}

Marker make(MarkerStyle style, std::string_view line, std::size_t length, std::string component, int ordinal) {
  Marker m;
  m.style = style;
  m.printed = std::string(line.substr(0, length));
  m.component = std::move(component);
  m.ordinal = ordinal;
  m.rest = trim(line.substr(length));
  return m;
}

/// A marker must be followed by white space, bold marks or the end of the line.
bool ends_at(std::string_view line, std::size_t at) {
  return at == line.size() || line[at] == ' ' || line[at] == '\t' || line.substr(at).starts_with("**");
}

std::optional<Marker> bullet(std::string_view line) {
  static constexpr std::array<std::pair<std::string_view, MarkerStyle>, 4> kBullets = {
      {{"-", MarkerStyle::dash}, {"–", MarkerStyle::dash}, {"+", MarkerStyle::plus}, {"*", MarkerStyle::star}}};
  for (const auto& [sign, style] : kBullets) {
    if (line.starts_with(sign) && line.size() > sign.size() &&
        (line[sign.size()] == ' ' || line[sign.size()] == '\t')) {
      Marker m = make(style, line, sign.size(), "", 0);
      if (sign == "–") m.printed = "-";
      return m;
    }
  }
  return std::nullopt;
}

/// `Điều 5.` and `Chương II`.
std::optional<Marker> worded(std::string_view line) {
  if (line.starts_with("Điều ")) {
    std::size_t end = std::string_view("Điều ").size();
    const std::size_t begin = end;
    while (end < line.size() && is_digit(line[end])) ++end;
    if (end == begin || end - begin > 3 || end == line.size() || line[end] != '.') return std::nullopt;
    int number = 0;
    std::from_chars(line.data() + begin, line.data() + end, number);
    return make(MarkerStyle::article, line, end + 1, "dieu-" + std::to_string(number), number);
  }
  if (line.starts_with("Chương ")) {
    const std::size_t begin = std::string_view("Chương ").size();
    const std::size_t end = std::min(line.find_first_of(". ", begin), line.size());
    const int number = roman_value(line.substr(begin, end - begin));
    if (number == 0) return std::nullopt;
    const std::size_t length = end < line.size() && line[end] == '.' ? end + 1 : end;
    return make(MarkerStyle::chapter, line, length, "chuong-" + std::to_string(number), number);
  }
  return std::nullopt;
}

/// `1.`, `1)`, `1.2.`, `1.2`; never `2021.` or `1.234`.
std::optional<Marker> arabic(std::string_view line) {
  std::size_t at = 0;
  int components = 0;
  int last = 0;
  std::size_t end_of_numbers = 0;
  while (at < line.size() && is_digit(line[at])) {
    const std::size_t begin = at;
    while (at < line.size() && is_digit(line[at])) ++at;
    if (at - begin > 2) return std::nullopt;
    std::from_chars(line.data() + begin, line.data() + at, last);
    ++components;
    end_of_numbers = at;
    if (at < line.size() && line[at] == '.')
      ++at;
    else
      break;
  }
  if (components == 0) return std::nullopt;
  const bool dotted = at > end_of_numbers;
  if (!dotted && at < line.size() && line[at] == ')') ++at;
  if (components == 1 && at == end_of_numbers) return std::nullopt;
  if (!ends_at(line, at)) return std::nullopt;
  Marker m = make(MarkerStyle::arabic, line, at, std::string(line.substr(0, end_of_numbers)), last);
  m.components = components;
  return m;
}

std::optional<Marker> upper(std::string_view line) {
  const std::size_t end = line.find_first_not_of("ABCDEFGHIKLMNOPQRSTUVXY");
  if (end == 0 || end == std::string_view::npos || (line[end] != '.' && line[end] != ')') || !ends_at(line, end + 1)) {
    return std::nullopt;
  }
  const std::string_view letters = line.substr(0, end);
  if (const int number = roman_value(letters); number > 0) {
    return make(MarkerStyle::roman, line, end + 1, std::string(letters), number);
  }
  if (letters.size() != 1) return std::nullopt;
  return make(MarkerStyle::upper_letter, line, end + 1, std::string(letters), letters[0] - 'A' + 1);
}

std::optional<Marker> letter(std::string_view line) {
  static constexpr std::string_view kD = "đ";
  const bool crossed_d = line.starts_with(kD);
  const std::size_t end = crossed_d ? kD.size() : 1;
  if (!crossed_d && !(line[0] >= 'a' && line[0] <= 'z')) return std::nullopt;
  if (end >= line.size() || (line[end] != ')' && line[end] != '.' && line[end] != ',') || !ends_at(line, end + 1)) {
    return std::nullopt;
  }
  // Twice the place in the alphabet, so that đ has a place of its own between d and e.
  const int ordinal = crossed_d ? 9 : 2 * (line[0] - 'a' + 1);
  return make(MarkerStyle::letter, line, end + 1, std::string(line.substr(0, end)), ordinal);
}

}  // namespace

std::optional<Marker> marker_of(std::string_view line) {
  line = trim(line);
  if (line.empty()) return std::nullopt;
  for (const auto recognise : {bullet, worded, arabic, upper, letter}) {
    if (auto marker = recognise(line)) return marker;
  }
  return std::nullopt;
}

}  // namespace thidua::model
