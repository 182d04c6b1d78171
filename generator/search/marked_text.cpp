#include "search/marked_text.hpp"

#include <algorithm>
#include <array>

namespace thidua::search {

namespace {

constexpr std::string_view kMark = "data-search";
constexpr auto kNone = std::string_view::npos;

/// Between whose words no line ends.
constexpr std::array<std::string_view, 22> kInline = {"a",   "abbr", "b",    "bdi", "cite", "code",  "del", "dfn",
                                                      "em",  "i",    "ins",  "kbd", "mark", "q",     "s",   "small",
                                                      "sub", "sup",  "time", "u",   "var",  "strong"};
constexpr std::array<std::string_view, 13> kVoid = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                                    "input", "link", "meta", "source", "track", "wbr"};
/// Whose content is not read as tags.
constexpr std::array<std::string_view, 2> kRaw = {"script", "style"};
/// Whose content is no text of the page.
constexpr std::array<std::string_view, 4> kAside = {"nav", "script", "style", "template"};

template <std::size_t kSize>
bool is_one_of(std::string_view name, const std::array<std::string_view, kSize>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool ends_name(char c) { return is_space(c) || c == '>' || c == '/' || c == '='; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Field field_of(std::string_view name, Field otherwise) {
  if (name.size() != 2 || name[0] != 'h' || name[1] < '1' || name[1] > '4') return otherwise;
  return name[1] == '1' ? Field::title : std::min(otherwise, Field::heading);
}

}  // namespace

struct MarkedText::Tag {
  std::string_view name;  ///< empty: no tag, only a sign that looks like one
  std::string_view mark;  ///< value of the attribute
  std::size_t end = 0;    ///< behind the tag
  bool closing = false;
  bool marked = false;
};

/// `at` is that of a `<`.
MarkedText::Tag MarkedText::read_tag(std::size_t at) const {
  Tag tag;
  std::size_t i = at + 1;
  if (i < html_.size() && html_[i] == '/') {
    tag.closing = true;
    ++i;
  }
  if (i >= html_.size() || !is_letter(html_[i])) return tag.end = at + 1, tag;
  const std::size_t name = i;
  while (i < html_.size() && !ends_name(html_[i])) ++i;
  tag.name = html_.substr(name, i - name);
  while (i < html_.size() && html_[i] != '>') {
    if (is_space(html_[i]) || html_[i] == '/') {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < html_.size() && (i == begin || !ends_name(html_[i]))) ++i;
    const bool marked = html_.substr(begin, i - begin) == kMark;
    tag.marked = tag.marked || marked;
    if (i >= html_.size() || html_[i] != '=') continue;
    const char quote = ++i < html_.size() ? html_[i] : ' ';
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t value = quoted ? i + 1 : i;
    while (!quoted && i < html_.size() && !is_space(html_[i]) && html_[i] != '>') ++i;
    if (quoted) i = std::min(html_.find(quote, value), html_.size());
    if (marked) tag.mark = html_.substr(value, i - value);
    if (quoted && i < html_.size()) ++i;
  }
  tag.end = std::min(i + 1, html_.size());
  return tag;
}

bool MarkedText::enter_region() {
  for (std::size_t mark = html_.find(kMark, at_); mark != kNone; mark = html_.find(kMark, mark + 1)) {
    const std::size_t begin = html_.rfind('<', mark);
    if (begin == kNone || begin < at_) continue;
    const Tag tag = read_tag(begin);
    if (!tag.marked || tag.end <= mark || tag.closing || tag.mark == "off" || is_one_of(tag.name, kVoid)) continue;
    at_ = tag.end;
    region_ = tag.name;
    depth_ = 1;
    region_field_ = tag.mark == "title" ? Field::title : Field::text;
    field_ = field_of(tag.name, region_field_);
    follows_ = false;
    return true;
  }
  at_ = html_.size();
  return false;
}

/// Goes behind the end of an element and of all in it.
void MarkedText::skip_element(const Tag& tag) {
  const bool raw = is_one_of(tag.name, kRaw);
  std::size_t open = 1;
  at_ = tag.end;
  while (open > 0) {
    at_ = html_.find('<', at_);
    if (at_ == kNone) break;
    const Tag inner = read_tag(at_);
    at_ = inner.end;
    if (inner.name == tag.name && (inner.closing || !raw)) open = inner.closing ? open - 1 : open + 1;
  }
  at_ = std::min(at_, html_.size());
}

void MarkedText::open(const Tag& tag) {
  if (is_one_of(tag.name, kVoid)) return;
  if (tag.mark == "off" || is_one_of(tag.name, kAside)) return skip_element(tag);
  field_ = field_of(tag.name, field_);
  if (tag.name == region_) ++depth_;
}

void MarkedText::close(const Tag& tag) {
  if (field_of(tag.name, Field::text) != Field::text) field_ = region_field_;
  if (tag.name != region_ || --depth_ > 0) return;
  region_ = {};
}

/// Goes behind what stands at a `<`.
void MarkedText::pass(const Tag& tag) {
  at_ = tag.end;
  if (tag.name.empty()) {
    if (html_.substr(tag.end).starts_with("!--")) at_ = std::min(html_.find("-->", at_), html_.size());
    return;
  }
  if (!is_one_of(tag.name, kInline)) follows_ = false;
  tag.closing ? close(tag) : open(tag);
}

bool MarkedText::next(Piece& piece) {
  while (at_ < html_.size()) {
    if (region_.empty() && !enter_region()) return false;
    const std::size_t begin = at_;
    at_ = std::min(html_.find('<', at_), html_.size());
    piece = {html_.substr(begin, at_ - begin), field_, follows_};
    follows_ = follows_ || !piece.text.empty();
    if (at_ < html_.size()) pass(read_tag(at_));
    if (!piece.text.empty()) return true;
  }
  return false;
}

}  // namespace thidua::search
