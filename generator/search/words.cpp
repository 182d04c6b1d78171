#include "search/words.hpp"

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
  after_sentence_ = false;
  bool ended = false;  // a sentence, if a space follows
  while (end_ < text_.size()) {
    const std::string_view rest = text_.substr(end_);
    const char c = rest[0];
    if (word_character(rest) > 0) return true;
    if (c == ' ' || c == '\n') after_sentence_ = after_sentence_ || ended;
    ended = ended || ends_sentence(c);
    const std::size_t skipped = std::max<std::size_t>(reference(rest), 1);
    end_ += skipped;
  }
  return false;
}

bool WordReader::next() {
  bool sentence = false;
  while (skip_between()) {
    sentence = sentence || after_sentence_;
    begin_ = end_;
    for (std::size_t length = 1; length > 0 && end_ < text_.size();) {
      length = word_character(text_.substr(end_));
      end_ = std::min(end_ + length, text_.size());
    }
    after_sentence_ = sentence;
    if (end_ - begin_ <= kLongestWord) return true;
    sentence = true;
  }
  return false;
}

}  // namespace thidua::search
