#include "search/text/words.hpp"

#include <algorithm>
#include <array>

#include "base/letter.hpp"
#include "base/sixteen_bytes.hpp"
#include "base/text.hpp"

namespace thidua::search {

namespace {

using base::Byte;

/// Syllables that end in `y` or, in other people's spelling, in `i`.
constexpr std::array<std::string_view, 8> kEitherSpelling = {"hy", "ky", "ly", "my", "sy", "ty", "vy", "quy"};

constexpr auto kAsciiWord = [] {
  std::array<bool, 128> out{};
  for (Byte c = 'a'; c <= 'z'; ++c) out[c] = true;
  for (Byte c = 'A'; c <= 'Z'; ++c) out[c] = true;
  for (Byte c = '0'; c <= '9'; ++c) out[c] = true;
  return out;
}();

/// The length of the word character at the front, or 0. Knows by itself what Vietnamese text consists of, and asks
/// Unicode's tables of the rest.
std::size_t word_character(std::string_view text) {
  const auto lead = static_cast<Byte>(text[0]);
  if (lead < 0x80) return kAsciiWord[lead] ? 1 : 0;
  const auto second = static_cast<Byte>(text.size() > 1 ? text[1] : 0);
  if (lead >= 0xC4 && lead <= 0xC9) return 2;                      // U+0100 to U+027F
  if (lead == 0xC3 && second != 0x97 && second != 0xB7) return 2;  // U+00C0 to U+00FF but × and ÷
  if (lead == 0xE1 && second >= 0xB8 && second <= 0xBB) return 3;  // U+1E00 to U+1EFF
  if (lead < 0xC2 || (lead == 0xC2 && second < 0xAA)) return 0;    // no-break space, §, ©
  if (lead == 0xE2 && second == 0x80) return 0;                    // dashes, quotation marks, …
  if (!base::is_word_part(base::first_letter(text))) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// The states of end_of_word(): between characters, within one, at what ends the word, or at a character that the table
/// does not know. Each is the number of bits by which a row of the table is shifted to bring the state that follows to
/// the front (as in base::is_plainly_clean), for what the next byte is cannot be predicted.
enum State : std::uint64_t { kBetween = 0, kLatin = 6, kContinuation = 12, kVietnamese = 18, kEnd = 24, kUnsure = 30 };

constexpr auto kStates = [] {
  std::array<std::uint64_t, 256> rows{};
  const auto lead = [&](std::size_t first, std::size_t last, State from, State to) {
    for (std::size_t b = first; b <= last; ++b) rows[b] = (rows[b] & ~(std::uint64_t{63} << from)) | (to << from);
  };
  for (auto& row : rows)
    row = (kUnsure << kBetween) | (kUnsure << kLatin) | (kUnsure << kContinuation) | (kUnsure << kVietnamese);
  for (std::size_t b = 0; b < 0x80; ++b) lead(b, b, kBetween, kAsciiWord[b] ? kBetween : kEnd);
  lead(0xC3, 0xC3, kBetween, kLatin);  // U+00C0 to U+00FF but × and ÷
  lead(0x80, 0xBF, kLatin, kBetween);
  lead(0x97, 0x97, kLatin, kUnsure);
  lead(0xB7, 0xB7, kLatin, kUnsure);
  lead(0xC4, 0xC9, kBetween, kContinuation);  // U+0100 to U+027F
  lead(0x80, 0xBF, kContinuation, kBetween);
  lead(0xE1, 0xE1, kBetween, kVietnamese);  // U+1E00 to U+1EFF
  lead(0xB8, 0xBB, kVietnamese, kContinuation);
  return rows;
}();

bool continues(char byte) { return (static_cast<Byte>(byte) & 0xC0U) == 0x80U; }

/// Goes to the end of the word that begins at `begin`.
const char* end_of_word(const char* begin, const char* end) {
  const char* at = begin;
  while (at < end) {
    std::uint64_t state = kBetween;
    while (at < end && state < kEnd) state = kStates[static_cast<Byte>(*at++)] >> state & 63U;
    if (state < kEnd) return end;
    --at;
    if (state == kEnd) return at;
    while (at > begin && continues(*at)) --at;
    const std::size_t length = word_character({at, end});
    if (length == 0) return at;
    at = length < static_cast<std::size_t>(end - at) ? at + length : end;
  }
  return end;
}

constexpr std::size_t kLookedAt = 17;  // bytes, by end_of_short_word()

/// As end_of_word(), for a word that ends within sixteen bytes and has no letters but those of the table; null for
/// others.
const char* end_of_short_word(const char* begin) {
  const base::SixteenBytes bytes = base::sixteen_bytes(begin), next = base::sixteen_bytes(begin + 1);
  const auto letter = (bytes | Byte{0x20}) - Byte{'a'} < Byte{26};
  const auto digit = bytes - Byte{'0'} < Byte{10};
  const auto end = ~(letter | digit) & (bytes < Byte{0x80});
  const auto sign = (bytes == Byte{0xC3}) & ((next & Byte{0xDF}) == Byte{0x97});   // × or ÷
  const auto other = (bytes == Byte{0xE1}) & ((next & Byte{0xFC}) != Byte{0xB8});  // not U+1E00 to U+1EFF
  const auto unknown = (bytes == Byte{0xC2}) | ((bytes > Byte{0xC9}) & (bytes != Byte{0xE1}));
  const std::size_t at = base::first_of(end | sign | other | unknown);
  return at < sizeof bytes && static_cast<Byte>(begin[at]) < 0x80 ? begin + at : nullptr;
}

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == ';' || c == ':'; }

/// The length of a character reference at the front (&amp;), or 0.
std::size_t reference(std::string_view text) {
  constexpr std::size_t kLongest = 12;
  if (text[0] != '&') return 0;
  std::size_t i = 1;
  while (i < std::min(text.size(), kLongest) && (kAsciiWord[static_cast<Byte>(text[i]) & 0x7FU] || text[i] == '#')) ++i;
  return i < text.size() && text[i] == ';' ? i + 1 : 0;
}

}  // namespace

Word fold_word(std::string_view raw) {
  Word word{base::fold(raw), base::to_nfc(base::to_lower(raw))};
  if (std::find(kEitherSpelling.begin(), kEitherSpelling.end(), word.key) != kEitherSpelling.end())
    word.key.back() = 'i';
  return word;
}

/// Whether a byte surely begins a word: one of ASCII, or đ and the other letters of U+0100 to U+027F.
bool begins_plainly(char c) {
  const auto byte = static_cast<Byte>(c);
  return byte < 0x80 ? kAsciiWord[byte] : byte >= 0xC4 && byte <= 0xC9;
}

/// Goes to the first character of the next word; false at the end of the text.
bool WordReader::skip_between() {
  bool ended = false;  // a sentence, if a space follows
  while (end_ < text_.size()) {
    const char c = text_[end_];
    if (c == ' ' && !ended && end_ + 1 < text_.size() && begins_plainly(text_[end_ + 1])) return ++end_, true;
    const bool ascii = static_cast<Byte>(c) < 0x80;
    if (ascii ? kAsciiWord[static_cast<Byte>(c)] : word_character(text_.substr(end_)) > 0) return true;
    if (c == ' ' || c == '\n') after_sentence_ = after_sentence_ || ended;
    ended = ended || ends_sentence(c);
    end_ += c == '&' ? std::max<std::size_t>(reference(text_.substr(end_)), 1) : 1;
  }
  return false;
}

bool WordReader::next() {
  after_sentence_ = false;
  while (skip_between()) {
    begin_ = end_;
    const char* begin = text_.data() + begin_;
    const char* known = begin_ + kLookedAt <= readable_ ? end_of_short_word(begin) : nullptr;
    const char* end = known != nullptr ? known : end_of_word(begin, text_.data() + text_.size());
    end_ = std::min(static_cast<std::size_t>(end - text_.data()), text_.size());
    if (end_ - begin_ <= kLongestWord) return true;
    after_sentence_ = true;
  }
  return false;
}

}  // namespace thidua::search
