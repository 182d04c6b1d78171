#include "base/text.hpp"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <utility>
#include <vector>

namespace thidua::base {
namespace {

constexpr auto kNone = std::string_view::npos;

using Byte = unsigned char;

bool continues(Byte byte) { return (byte & 0xC0U) == 0x80U; }

/// What the second byte of a sequence may be, and how long the sequence is; length 0 where `lead` starts none.
struct Sequence {
  std::size_t length;
  Byte low, high;
};

Sequence sequence(Byte lead) {
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

/// The length of the valid sequence of several bytes at the front, or 0.
std::size_t valid_sequence(const Byte* at, std::size_t left) {
  const Sequence want = sequence(*at);
  if (want.length == 0 || want.length > left || at[1] < want.low || at[1] > want.high) return 0;
  const bool rest = (want.length < 3 || continues(at[2])) && (want.length < 4 || continues(at[3]));
  return rest ? want.length : 0;
}

using Range = std::pair<char32_t, char32_t>;

/// What find_invisible() looks for: the controls from U+0080 on, soft hyphen, marks, embeddings, overrides and isolates
/// of direction, joiners, separators of lines and paragraphs, byte order mark, annotations, non-characters, tags.
constexpr std::array kInvisible = {Range{0x80, 0x9F},     Range{0xAD, 0xAD},      Range{0x61C, 0x61C},
                                   Range{0x180E, 0x180E}, Range{0x200B, 0x200F},  Range{0x2028, 0x202E},
                                   Range{0x2060, 0x206F}, Range{0xFEFF, 0xFEFF},  Range{0xFFF9, 0xFFFB},
                                   Range{0xFFFE, 0xFFFF}, Range{0xE0000, 0xE007F}};

/// What is blank besides: spaces, fillers of Korean and of Braille, and selectors of forms.
constexpr std::array kBlank = {
    Range{0, 0x20},        Range{0x7F, 0x7F},     Range{0xA0, 0xA0},     Range{0x34F, 0x34F},   Range{0x115F, 0x1160},
    Range{0x1680, 0x1680}, Range{0x2000, 0x200A}, Range{0x202F, 0x202F}, Range{0x205F, 0x205F}, Range{0x2800, 0x2800},
    Range{0x3000, 0x3000}, Range{0x3164, 0x3164}, Range{0xFE00, 0xFE0F}, Range{0xFFA0, 0xFFA0}};

template <std::size_t kSize>
bool is_in(char32_t c, const std::array<Range, kSize>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [c](const Range& r) { return r.first <= c && c <= r.second; });
}

/// Takes the first character off UTF-8 text; U+FFFD for a byte that is none.
char32_t take_character(std::string_view& text) {
  const auto lead = static_cast<Byte>(text.front());
  const std::size_t length = lead < 0x80 ? 1 : sequence(lead).length;
  if (length == 0 || length > text.size()) {
    text.remove_prefix(1);
    return 0xFFFD;
  }
  char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) c = c << 6U | (static_cast<Byte>(text[i]) & 0x3FU);
  text.remove_prefix(length);
  return c;
}

/// The length of the character at the front where it is known never to change in normal form C, nor to combine with
/// what stands before it; else 0. Knows what Vietnamese text consists of: U+0000 to U+02FF, U+1E00 to U+1EFF (composed
/// letters with Vietnamese tone marks) and the punctuation from U+2002 to U+203F.
std::size_t surely_stable(const Byte* at) {
  if (*at < 0x80) return 1;
  if (*at < 0xCC) return 2;
  if (*at == 0xE1 && at[1] >= 0xB8 && at[1] <= 0xBB) return 3;
  if (*at == 0xE2 && at[1] == 0x80 && at[2] >= 0x82) return 3;
  return 0;
}

/// Offset of the first character that is not surely stable, or the length.
std::size_t stable_prefix(std::string_view text) {
  const auto* begin = reinterpret_cast<const Byte*>(text.data());
  const Byte *at = begin, *end = begin + text.size();
  while (at < end) {
    const std::size_t length = surely_stable(at);
    if (length == 0) break;
    at += length;
  }
  return static_cast<std::size_t>(at - begin);
}

const icu::Normalizer2& nfc() {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(error);
  assert(U_SUCCESS(error) && "ICU carries the data of NFC in its library");
  return *instance;
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::u32string utf32(std::string_view text) {
  const icu::UnicodeString wide = utf16(text);
  std::u32string out;
  for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    out += static_cast<char32_t>(wide.char32At(i));
  }
  return out;
}

/// The states of is_plainly_clean(): between characters, or what the next byte has to be. Each is the number of bits by
/// which a row of the table below is shifted to bring the state that follows to the front, so that a byte costs one
/// look-up and one shift, and nothing to predict: Vietnamese text has a letter of several bytes in every syllable.
enum State : std::uint64_t {
  kBetween = 0,
  kContinuation = 6,
  kVietnamese = 12,
  kGeneral = 18,
  kMark = 24,
  kUnknown = 30
};

constexpr auto kPlainlyClean = [] {
  std::array<std::uint64_t, 256> rows{};
  const auto lead = [&](std::size_t first, std::size_t last, State from, State to) {
    for (std::size_t b = first; b <= last; ++b) rows[b] = (rows[b] & ~(std::uint64_t{63} << from)) | (to << from);
  };
  for (auto& row : rows) {
    for (const State from : {kBetween, kContinuation, kVietnamese, kGeneral, kMark, kUnknown}) row |= kUnknown << from;
  }
  lead(0x20, 0x7E, kBetween, kBetween);
  lead('\t', '\n', kBetween, kBetween);
  lead('\r', '\r', kBetween, kBetween);
  lead(0xC3, 0xCB, kBetween, kContinuation);  // U+00C0 to U+02FF
  lead(0x80, 0xBF, kContinuation, kBetween);
  lead(0xE1, 0xE1, kBetween, kVietnamese);  // U+1E00 to U+1EFF
  lead(0xB8, 0xBB, kVietnamese, kContinuation);
  lead(0xE2, 0xE2, kBetween, kGeneral);  // U+2002 to U+203F but what is invisible
  lead(0x80, 0x80, kGeneral, kMark);
  lead(0x82, 0x8A, kMark, kBetween);
  lead(0x90, 0xA7, kMark, kBetween);
  lead(0xAF, 0xBF, kMark, kBetween);
  return rows;
}();

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
  const auto* begin = reinterpret_cast<const Byte*>(text.data());
  const Byte *at = begin, *end = begin + text.size();
  while (at < end) {
    const std::size_t length = *at < 0x80 ? 1 : valid_sequence(at, static_cast<std::size_t>(end - at));
    if (length == 0) return static_cast<std::size_t>(at - begin);
    at += length;
  }
  return kNone;
}

std::size_t find_control(std::string_view text) {
  const auto unwanted = [](char c) {
    const auto byte = static_cast<Byte>(c);
    // Without short-circuits, so that the compiler can turn the loop below into vector instructions.
    const unsigned low = static_cast<unsigned>(byte < 0x20) & static_cast<unsigned>(byte != '\t') &
                         static_cast<unsigned>(byte != '\n') & static_cast<unsigned>(byte != '\r');
    return static_cast<Byte>(low | static_cast<unsigned>(byte == 0x7F));
  };
  constexpr std::size_t kBlock = 256;
  std::size_t from = 0;
  for (; from + kBlock <= text.size(); from += kBlock) {
    Byte any = 0;
    for (std::size_t i = 0; i < kBlock; ++i) any = static_cast<Byte>(any | unwanted(text[from + i]));
    if (any != 0) break;
  }
  while (from < text.size() && unwanted(text[from]) == 0) ++from;
  return from == text.size() ? kNone : from;
}

std::size_t find_invisible(std::string_view text) {
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t at = text.size() - rest.size();
    const char32_t c = take_character(rest);
    if (c >= 0x80 && is_in(c, kInvisible)) return at;
  }
  return kNone;
}

std::string name_of_character(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at);
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(take_character(rest)));
}

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    const auto first = static_cast<Byte>(text.front());
    if (first > 0x20 && first < 0x7F) return false;
    const char32_t c = take_character(text);
    if (!is_in(c, kBlank) && !is_in(c, kInvisible)) return false;
  }
  return true;
}

bool is_plainly_clean(std::string_view text) {
  std::uint64_t state = kBetween;
  for (const char c : text) state = kPlainlyClean[static_cast<Byte>(c)] >> (state & 63U);
  return (state & 63U) == kBetween;
}

std::size_t find_not_nfc(std::string_view text) {
  const std::size_t prefix = stable_prefix(text);
  if (prefix == text.size()) return kNone;
  UErrorCode error = U_ZERO_ERROR;
  if (nfc().isNormalizedUTF8({text.data(), static_cast<std::int32_t>(text.size())}, error) != 0) return kNone;
  const icu::UnicodeString wide = utf16(text);
  std::int32_t end = nfc().spanQuickCheckYes(wide, error);
  std::string before;
  wide.tempSubString(0, end).toUTF8String(before);
  return std::min(before.size(), text.size());
}

std::string to_nfc(std::string_view text) {
  if (stable_prefix(text) == text.size()) return std::string(text);
  UErrorCode error = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  nfc().normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, error);
  return out;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues(static_cast<Byte>(c)); }));
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::u32string x = utf32(a), y = utf32(b);
  std::vector<std::size_t> before(y.size() + 1), last(y.size() + 1), now(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const bool same = x[i - 1] == y[j - 1];
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1];
      if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(now);
  }
  return last[y.size()];
}

std::string uri(std::string_view iri) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  out.reserve(iri.size());
  for (const char c : iri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      out += c;
    else
      out.append({'%', kDigits[byte >> 4], kDigits[byte & 0xF]});
  }
  return out;
}

}  // namespace thidua::base
