#include "search/text/words.hpp"

#include <algorithm>
#include <array>

#include "base/letter.hpp"
#include "base/text.hpp"

namespace thidua::search {

namespace {

using Byte = unsigned char;

/// Syllables that end in `y` or, in other people's spelling, in `i`.
constexpr std::array<std::string_view, 8> kEitherSpelling = {"hy", "ky", "ly", "my", "sy", "ty", "vy", "quy"};

constexpr auto kAsciiWord = [] {
  std::array<bool, 128> out{};
  for (char c = 'a'; c <= 'z'; ++c) out[static_cast<std::size_t>(c)] = true;
  for (char c = 'A'; c <= 'Z'; ++c) out[static_cast<std::size_t>(c)] = true;
  for (char c = '0'; c <= '9'; ++c) out[static_cast<std::size_t>(c)] = true;
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

/// What a byte tells of the character that it begins.
enum class Begins : std::uint8_t { other, word, two, three, unsure };

constexpr auto kBegins = [] {
  std::array<Begins, 256> out{};
  for (std::size_t b = 0; b < 256; ++b) {
    if (b < 0x80) out[b] = kAsciiWord[b] ? Begins::word : Begins::other;
    if (b >= 0xC2) out[b] = Begins::unsure;
    if (b >= 0xC4 && b <= 0xC9) out[b] = Begins::two;
    if (b == 0xE1) out[b] = Begins::three;
  }
  return out;
}();

/// Goes to the end of the word that `at` is in.
const char* end_of_word(const char* at, const char* end) {
  while (at < end) {
    std::size_t length = 0;
    switch (kBegins[static_cast<Byte>(*at)]) {
      case Begins::word:
        length = 1;
        break;
      case Begins::two:
        length = 2;
        break;
      case Begins::three:
      case Begins::unsure:
        length = word_character({at, end});
        break;
      case Begins::other:
        return at;
    }
    if (length == 0) return at;
    at += length;
  }
  return end;  // also where the last character is cut off
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

/// Goes to the first character of the next word; false at the end of the text.
bool WordReader::skip_between() {
  bool ended = false;  // a sentence, if a space follows
  while (end_ < text_.size()) {
    const char c = text_[end_];
    const Begins begins = kBegins[static_cast<Byte>(c)];
    if (begins != Begins::other && word_character(text_.substr(end_)) > 0) return true;
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
    end_ = static_cast<std::size_t>(end_of_word(text_.data() + begin_, text_.data() + text_.size()) - text_.data());
    if (end_ - begin_ <= kLongestWord) return true;
    after_sentence_ = true;
  }
  return false;
}

}  // namespace thidua::search
