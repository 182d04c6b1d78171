#include "model/articles/substance.hpp"

#include <algorithm>
#include <string>

#include "base/letter.hpp"

namespace thidua::model {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::size_t kLongestTag = 1000;      // bytes; what is longer is looked at as text
constexpr std::size_t kLongestReference = 32;  // likewise

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The length of the comment at the front; one that is not closed goes to the end. 0 where there is none.
std::size_t comment(std::string_view text) {
  if (!text.starts_with("<!--")) return 0;
  const std::size_t end = text.find("-->", 4);
  return end == kNone ? text.size() : end + 3;
}

/// The length of the tag at the front: <br>, </p>, <p class="a">; not of an address in brackets: <https://a.vn>.
std::size_t tag(std::string_view text) {
  text = text.substr(0, kLongestTag);
  const std::size_t name = text.starts_with("</") ? 2 : 1;
  if (text[0] != '<' || text.size() <= name || !is_ascii_letter(text[name])) return 0;
  std::size_t end = name;
  while (end < text.size() && (is_ascii_letter(text[end]) || is_digit(text[end]))) ++end;
  const bool named = end < text.size() && (text[end] == '>' || text[end] == '/' || text[end] == ' ');
  const std::size_t close = named ? text.find('>', end) : kNone;
  return close == kNone ? 0 : close + 1;
}

/// The length of the character reference at the front: &nbsp;, &#160;.
std::size_t reference(std::string_view text) {
  if (text[0] != '&') return 0;
  const std::size_t end = text.substr(0, kLongestReference).find(';');
  if (end == kNone || end < 2) return 0;
  const std::string_view name = text.substr(1, end - 1);
  const bool plain =
      std::all_of(name.begin(), name.end(), [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '#'; });
  return plain ? end + 1 : 0;
}

/// Without what readers are not shown, or shown as nothing.
std::string shown(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t skip = std::max({comment(text), tag(text), reference(text)});
    if (skip == 0) out += text.front();
    text.remove_prefix(std::max<std::size_t>(skip, 1));
  }
  return out;
}

/// One to six marks, and a space where words follow.
bool is_heading(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level >= 1 && level <= 6 && (level == line.size() || line[level] == ' ' || line[level] == '\t');
}

/// A heading or the definition of a link; further in than three spaces it is code.
bool is_aside(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  line.remove_prefix(indent);
  return indent < 4 && (is_heading(line) || (line.starts_with('[') && line.find("]:") != kNone));
}

bool is_fence(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line.starts_with("```") || line.starts_with("~~~");
}

bool has_letter(std::string_view line) {
  while (!line.empty()) {
    if (is_digit(line.front()) || base::is_letter(base::first_letter(line))) return true;
    line.remove_prefix(1);
    while (!line.empty() && (static_cast<unsigned char>(line.front()) & 0xC0U) == 0x80U) line.remove_prefix(1);
  }
  return false;
}

}  // namespace

bool has_substance(std::string_view markdown) {
  const bool plain = markdown.find('<') == kNone && markdown.find('&') == kNone;
  const std::string without = plain ? std::string() : shown(markdown);
  const std::string_view all = plain ? markdown : without;
  bool code = false;
  for (std::string_view rest = all; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (is_fence(line))
      code = !code;
    else if ((code || !is_aside(line)) && has_letter(line))
      return true;
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return false;
}

}  // namespace thidua::model
