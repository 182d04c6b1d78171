#include "search/text/marked_text.hpp"

#include <algorithm>
#include <cstring>

#include "base/sixteen_bytes.hpp"

namespace thidua::search {

namespace {

using base::Byte;

constexpr std::string_view kMark = "data-search";
/// In its tag; so that a text that speaks of the mark over and over is not searched back to its beginning each time.
constexpr std::size_t kFarthestMark = 1000;
constexpr std::string_view kCommentEnd = "-->";
constexpr auto kNone = std::string_view::npos;

/// A name of up to eight letters as a number, so that names are told apart without calls; 0 for a longer one.
constexpr std::uint64_t packed(std::string_view name) {
  std::uint64_t out = 0;
  if (name.size() > sizeof out) return 0;
  for (const char c : name) out = out << 8U | static_cast<unsigned char>(c);
  return out;
}

enum class Element { block, inside, empty, aside };

/// `inside`: no line ends between its words and those around it. `empty`: without an end tag. `aside`: its content is
/// no text of the page.
Element element(std::string_view name) {
  switch (packed(name)) {
    case packed("a"):
    case packed("abbr"):
    case packed("b"):
    case packed("bdi"):
    case packed("cite"):
    case packed("code"):
    case packed("del"):
    case packed("em"):
    case packed("i"):
    case packed("ins"):
    case packed("mark"):
    case packed("q"):
    case packed("s"):
    case packed("small"):
    case packed("strong"):
    case packed("sub"):
    case packed("sup"):
    case packed("time"):
    case packed("u"):
      return Element::inside;
    case packed("area"):
    case packed("br"):
    case packed("col"):
    case packed("hr"):
    case packed("img"):
    case packed("input"):
    case packed("link"):
    case packed("meta"):
    case packed("source"):
    case packed("track"):
    case packed("wbr"):
      return Element::empty;
    case packed("nav"):
    case packed("script"):
    case packed("style"):
    case packed("template"):
      return Element::aside;
    default:
      return Element::block;
  }
}

/// Whose content is not read as tags.
bool is_raw(std::string_view name) { return name == "script" || name == "style"; }

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool ends_name(char c) { return is_space(c) || c == '>' || c == '/' || c == '='; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// As find(), several times as fast: its first letter is too frequent to look for that alone.
std::size_t find_mark(std::string_view html, std::size_t from) {
  const void* found = memmem(html.data() + from, html.size() - from, kMark.data(), kMark.size());
  return found == nullptr ? kNone : static_cast<std::size_t>(static_cast<const char*>(found) - html.data());
}

/// Where the mark ends as the name of an attribute; kNone where it does not stand there.
std::size_t behind_mark(std::string_view names) {
  if (names.size() <= kMark.size()) return kNone;
  for (std::size_t at = names.find(kMark); at != kNone; at = names.find(kMark, at + 1)) {
    const std::size_t end = at + kMark.size();
    const bool begins = at == 0 || is_space(names[at - 1]) || names[at - 1] == '/';
    if (begins && (end == names.size() || ends_name(names[end]))) return end;
  }
  return kNone;
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !is_space(text[end])) ++end;
  return text.substr(at, end - at);
}

Field field_marked(std::string_view mark) { return mark == "owner" || mark == "issuer" ? Field::owner : Field::text; }

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
  std::size_t from = i;
  const auto is_sign = [](auto c) { return (c == Byte{'>'}) | (c == Byte{'"'}) | (c == Byte{'\''}); };
  while ((i = base::find_byte(html_, from = i, is_sign)) < html_.size()) {
    const std::string_view names = html_.substr(from, i - from);  // what stands outside of quotation marks
    const std::size_t behind = behind_mark(names);
    tag.marked = tag.marked || behind != kNone;
    const bool has_value = behind < names.size() && names[behind] == '=';
    if (has_value) tag.mark = word_at(names, behind + 1);
    if (html_[i] == '>') break;
    const std::size_t end = std::min(html_.find(html_[i], i + 1), html_.size());
    if (has_value && behind + 1 == names.size()) tag.mark = html_.substr(i + 1, end - i - 1);
    i = std::min(end + 1, html_.size());
  }
  tag.end = std::min(i + 1, html_.size());
  return tag;
}

bool MarkedText::enter_region() {
  for (std::size_t mark = find_mark(html_, at_); mark != kNone; mark = find_mark(html_, mark + 1)) {
    const std::size_t first = std::max(at_, mark - std::min(mark, kFarthestMark));
    const std::size_t before = html_.substr(first, mark - first).rfind('<');
    if (before == kNone) continue;
    const std::size_t begin = first + before;
    const Tag tag = read_tag(begin);
    if (!tag.marked || tag.end <= mark || tag.closing || tag.mark == "off" || element(tag.name) == Element::empty)
      continue;
    at_ = tag.end;
    region_ = tag.name;
    depth_ = 1;
    region_field_ = field_marked(tag.mark);
    region_named_ = tag.mark != "issuer";
    field_ = field_of(tag.name, region_field_);
    follows_ = false;
    return true;
  }
  at_ = html_.size();
  return false;
}

/// Goes behind the end of an element and of all in it.
void MarkedText::skip_element(const Tag& tag) {
  const bool raw = is_raw(tag.name);
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
  if (element(tag.name) == Element::empty) return;
  if (tag.mark == "off" || element(tag.name) == Element::aside) return skip_element(tag);
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
    if (html_.substr(tag.end).starts_with("!--"))
      at_ = std::min(html_.find(kCommentEnd, at_), html_.size() - kCommentEnd.size()) + kCommentEnd.size();
    return;
  }
  if (element(tag.name) != Element::inside) follows_ = false;
  tag.closing ? close(tag) : open(tag);
}

bool MarkedText::next(Piece& piece) {
  while (at_ < html_.size()) {
    if (region_.empty() && !enter_region()) return false;
    const std::size_t begin = at_;
    at_ = std::min(html_.find('<', at_), html_.size());
    piece = {html_.substr(begin, at_ - begin), field_, region_named_ && field_ <= Field::owner, follows_};
    follows_ = follows_ || !piece.text.empty();
    if (at_ < html_.size()) pass(read_tag(at_));
    if (!piece.text.empty()) return true;
  }
  return false;
}

}  // namespace thidua::search
