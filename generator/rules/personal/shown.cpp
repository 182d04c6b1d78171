#include "rules/personal/shown.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/letter.hpp"
#include "rules/personal/words.hpp"

namespace thidua::rules::personal {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxAddress = 300;  ///< bytes of a link's address or of a tag
constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr std::array<Word, 2> kDateWords = {{{"tháng", "THÁNG"}, {"năm", "NĂM"}}};

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Letters of Vietnamese from U+1EA0 on.
constexpr bool is_vietnamese(unsigned char first, unsigned char second) {
  return first == 0xE1 && (second & 0xFEU) == 0xBA;
}

/// Nonzero for a byte that begins another character than Vietnamese text has: its letters, dashes, quotation marks,
/// bullet, ellipsis, arrows (U+21C0 on) and signs of mathematics (to U+23FF), boxes and symbols (U+2500 to U+273F). In
/// bytes and without branches, so that the compiler takes sixteen at a time.
unsigned char foreign(unsigned char first, unsigned char second, unsigned char third) {
  using Byte = unsigned char;
  const auto mask = [](bool yes) { return static_cast<Byte>(yes ? 0xFF : 0); };
  const auto within = [&](Byte byte, Byte from, Byte to) {
    return mask(static_cast<Byte>(byte - from) <= static_cast<Byte>(to - from));
  };
  const Byte wide = mask(first >= 0xC7);  // the letters up to ư are of two bytes that begin below
  const Byte letter = mask(first == 0xE1) & mask((second & 0xFE) == 0xBA);
  const Byte mark = mask(second == 0x80) & (within(third, 0x90, 0x9F) | mask(third == 0xA2) | mask(third == 0xA6));
  const Byte sign = within(second, 0x87, 0x8F) | within(second, 0x94, 0x9C);
  return static_cast<Byte>(wide & ~letter & ~(mask(first == 0xE2) & (mark | sign)));
}

constexpr std::array<bool, 256> all_of(std::string_view bytes) {
  std::array<bool, 256> set{};
  for (const char c : bytes) set[static_cast<unsigned char>(c)] = true;
  return set;
}

/// What may be more, or less, than the text that is copied as it is.
constexpr std::array<bool, 256> kSpecial = [] {
  std::array<bool, 256> special = all_of("*_`\\[]!<&\t\n\xC2");
  for (std::size_t byte = 0xC7; byte < special.size(); ++byte) special[byte] = true;
  return special;
}();
constexpr std::array<bool, 256> kEmphasis = all_of("*_`\\[]");
constexpr std::array<bool, 256> kJoints = all_of(" ./()+-\t");

struct Entity {
  std::string_view name;
  char32_t letter;
};

/// The entities with a name that can stand between digits.
constexpr std::array<Entity, 30> kEntities = {{{"nbsp", U' '},
                                               {"ensp", U' '},
                                               {"emsp", U' '},
                                               {"emsp13", U' '},
                                               {"emsp14", U' '},
                                               {"numsp", U' '},
                                               {"puncsp", U' '},
                                               {"thinsp", U' '},
                                               {"hairsp", U' '},
                                               {"ThinSpace", U' '},
                                               {"Tab", U' '},
                                               {"NewLine", U' '},
                                               {"ZeroWidthSpace", 0x200B},
                                               {"zwj", 0x200D},
                                               {"zwnj", 0x200C},
                                               {"NoBreak", 0x2060},
                                               {"shy", 0xAD},
                                               {"InvisibleTimes", 0x2062},
                                               {"it", 0x2062},
                                               {"InvisibleComma", 0x2063},
                                               {"ic", 0x2063},
                                               {"ApplyFunction", 0x2061},
                                               {"af", 0x2061},
                                               {"hyphen", U'-'},
                                               {"dash", U'-'},
                                               {"ndash", U'-'},
                                               {"minus", U'-'},
                                               {"period", U'.'},
                                               {"plus", U'+'},
                                               {"num", U'#'}}};

/// The letter of `&…;` without both ends.
std::optional<char32_t> letter_of(std::string_view name) {
  if (!name.starts_with('#')) {
    const auto* known = std::ranges::find(kEntities, name, &Entity::name);
    return known == kEntities.end() ? std::nullopt : std::optional(known->letter);
  }
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  const bool letter = code > 0 && code < 0x110000 && (code & 0xFFFFF800U) != 0xD800;
  if (error != std::errc() || end != name.data() + name.size() || !letter) return std::nullopt;
  return static_cast<char32_t>(code);
}

/// The offset behind the closing mark of what begins at `at`; `at` where it is not closed in its line.
std::size_t behind(std::string_view text, std::size_t at, char closing) {
  const std::string_view rest = text.substr(at, kMaxAddress);
  const std::size_t end = rest.substr(0, rest.find('\n')).find(closing);
  return end == kNone ? at : at + end + 1;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether the line end stands between digits of running text, where the page has a space: the line above has letters,
/// and is no row of a table.
bool wraps_number(std::string_view text, std::size_t line_end) {
  const auto digit_at = [&](std::size_t at) { return at < text.size() && is_digit(text[at]); };
  if (line_end == 0 || !digit_at(line_end - 1) || !digit_at(line_end + 1)) return false;
  constexpr std::size_t kNear = 100;  // bytes
  std::string_view line = text.substr(line_end - std::min(line_end, kNear), std::min(line_end, kNear));
  if (const std::size_t above = line.rfind('\n'); above != kNone) line.remove_prefix(above + 1);
  return !line.starts_with('|') && std::ranges::any_of(line, is_ascii_letter);
}

/// Whether the digits from `at` on are the code of an entity: `&#51;`, `&#x33;`.
bool is_code(std::string_view text, std::size_t at) {
  if (at > 0 && (text[at - 1] == 'x' || text[at - 1] == 'X')) --at;
  return at > 1 && text[at - 1] == '#' && text[at - 2] == '&';
}

bool begins_tag(char c) { return is_ascii_letter(c) || c == '/' || c == '!'; }

/// The offset behind the mark at `at`, with the address of a link, or the tag; `at` where none is.
std::size_t behind_mark(std::string_view text, std::size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  if (text[at] == ']' && next == '(') return std::max(at + 1, behind(text, at + 1, ')'));
  if (text[at] == ']' && next == '[') return std::max(at + 1, behind(text, at + 2, ']'));
  if (text[at] == '<') return begins_tag(next) ? behind(text, at, '>') : at;
  if (text[at] == '!') return next == '[' ? at + 1 : at;
  return kEmphasis[byte_at(text, at)] ? at + 1 : at;
}

/// The bytes of what may stand between the parts of a number or a date; 0 where nothing of it is at `at`.
std::size_t joint_at(std::string_view text, std::size_t at) {
  if (kJoints[byte_at(text, at)]) return 1;
  return space_at(text, at) + dash_at(text, at);
}

/// Whether digits that end at `end` go on behind something that is not shown, or is not what it is shown as.
bool goes_on(std::string_view text, std::size_t end) {
  constexpr std::size_t kMaxMarks = 12;
  if (end < text.size() && (text[end] == '\n' || text[end] == '\xC2')) {
    return text[end] == '\n' ? wraps_number(text, end) : space_at(text, end) == 0;
  }
  bool hidden = false;
  for (std::size_t at = end, i = 0; at < text.size() && i < kMaxMarks; ++i) {
    if (const std::size_t mark = behind_mark(text, at); mark != at) {
      hidden = true;
      at = mark;
    } else if (const std::size_t joint = joint_at(text, at)) {
      at += joint;
    } else {
      const bool entity =
          text[at] == '&' && at + 1 < text.size() && (text[at + 1] == '#' || is_ascii_letter(text[at + 1]));
      return entity || (hidden && (is_digit(text[at]) || word_after(text, at, kDateWords) != at));
    }
  }
  return false;
}

std::size_t size_of_letter(unsigned char first) { return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4; }

}  // namespace

bool goes_on_hidden(std::string_view text, std::size_t begin, std::size_t end) {
  const bool emphasis = begin > 0 && text[begin - 1] == '_' && !word_ends_at(text, begin - 1);
  const bool soft = begin > 1 && text.substr(begin - 2, 2) == kSoftHyphen;
  return emphasis || soft || is_code(text, begin) || goes_on(text, end);
}

bool has_foreign(std::string_view text) {
  constexpr std::size_t kBlock = 2048;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t end = text.size() - std::min<std::size_t>(text.size(), 2);
  for (std::size_t at = 0; at < end; at += kBlock) {
    const std::size_t size = std::min(kBlock, end - at);
    unsigned char any = 0;
    for (std::size_t i = at; i < at + size; ++i) any |= foreign(bytes[i], bytes[i + 1], bytes[i + 2]);
    if (any != 0) return true;
  }
  return false;  // the last two bytes hold no foreign character of three bytes, and one of two ends no number
}

Shown::Shown(std::string_view source) : source_(source) {
  text_.reserve(source.size());
  std::size_t at = 0;
  while (at < source.size()) {
    std::size_t plain = at;
    while (plain < source.size()) {
      const unsigned char byte = byte_at(source, plain);
      if (!kSpecial[byte]) {
        ++plain;
      } else if (byte == 0xE1 && plain + 2 < source.size() && is_vietnamese(byte, byte_at(source, plain + 1))) {
        plain += 3;
      } else {
        break;
      }
    }
    copy(at, plain);
    at = plain < source.size() ? read_mark(plain) : plain;
  }
}

std::size_t Shown::source_of(std::size_t offset) const {
  if (offset >= text_.size()) return source_.size();
  const auto next = std::ranges::upper_bound(runs_, offset, {}, &Run::shown);
  return std::prev(next)->source + (offset - std::prev(next)->shown);
}

void Shown::copy(std::size_t begin, std::size_t end) {
  if (begin == end) return;
  note(begin);
  text_.append(source_.substr(begin, end - begin));
}

/// Puts the letter down as what it looks like.
void Shown::put(char32_t letter, std::size_t source) {
  constexpr char32_t kFullwidth = 0xFF01, kFullwidthEnd = 0xFF5E, kToAscii = 0xFEE0;
  if (base::is_invisible(letter)) return;
  note(source);
  if (const int digit = base::digit_value(letter); digit >= 0) {
    text_ += static_cast<char>('0' + digit);
  } else if (base::is_space(letter)) {
    text_ += ' ';
  } else if (base::is_dash(letter)) {
    text_ += '-';
  } else {
    base::append_letter(text_, letter >= kFullwidth && letter <= kFullwidthEnd ? letter - kToAscii : letter);
  }
}

/// Remembers that the source goes on at `source`.
void Shown::note(std::size_t source) {
  const bool goes_on = !runs_.empty() && source - runs_.back().source == text_.size() - runs_.back().shown;
  if (!goes_on) runs_.push_back({text_.size(), source});
}

/// Reads what is special at `at` and gives the offset behind it.
std::size_t Shown::read_mark(std::size_t at) {
  const char c = source_[at];
  if ((byte_at(source_, at) & 0x80U) != 0) return read_letter(at);
  if (c == '&') return read_entity(at);
  const bool in_name = c == '_' && at > 0 && is_ascii_letter(source_[at - 1]);
  if (c == '\t' || (c == '\n' && wraps_number(source_, at))) {
    put(U' ', at);
  } else if (const std::size_t end = behind_mark(source_, at); end != at && !in_name) {
    return end;
  } else {
    copy(at, at + 1);
  }
  return at + 1;
}

std::size_t Shown::read_letter(std::size_t at) {
  const std::size_t end = std::min(at + size_of_letter(byte_at(source_, at)), source_.size());
  const char32_t letter = base::first_letter(source_.substr(at, end - at));
  if (letter == 0) {  // no UTF-8
    copy(at, at + 1);
    return at + 1;
  }
  put(letter, at);
  return end;
}

std::size_t Shown::read_entity(std::size_t at) {
  constexpr std::size_t kMaxName = 20;
  const std::size_t size = source_.substr(at + 1, kMaxName).find(';');
  const auto letter = size == kNone ? std::nullopt : letter_of(source_.substr(at + 1, size));
  if (!letter) {
    copy(at, at + 1);
    return at + 1;
  }
  put(*letter, at);
  return at + size + 2;
}

}  // namespace thidua::rules::personal
