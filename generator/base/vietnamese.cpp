// Order and folding of Vietnamese text: the parts of base/text.hpp that know the language.
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cassert>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/letter.hpp"
#include "base/text.hpp"

namespace thidua::base {
namespace {

constexpr char32_t kDStroke = U'đ';

const icu::Normalizer2& normalizer(bool compose) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* instance = compose ? icu::Normalizer2::getNFCInstance(error) : icu::Normalizer2::getNFDInstance(error);
  assert(U_SUCCESS(error) && "ICU carries the data of its normal forms in its library");
  return *instance;
}

icu::UnicodeString decomposed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  return normalizer(false).normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), error);
}

/// Grave, acute, tilde, hook above, dot below.
bool is_tone(char16_t c) { return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323; }

bool is_mark(char16_t c) { return c >= 0x0300 && c <= 0x036F; }

char16_t lower(char16_t c) { return static_cast<char16_t>(u_tolower(c)); }

/// Whether two letters are one of the pairs on which both places of the tone mark are in use.
bool is_wavering_pair(char16_t first, char16_t second) {
  first = lower(first);
  second = lower(second);
  return (first == u'o' && (second == u'a' || second == u'e')) || (first == u'u' && second == u'y');
}

/// Moves the tone mark of `oa`, `oe`, `uy` from the first to the second letter, which is where it stands in every
/// syllable that goes on after them (hoàn, khoét, tuýt). Takes and gives decomposed text.
void place_tones(icu::UnicodeString& text) {
  for (std::int32_t i = 0; i + 2 < text.length(); ++i) {
    const bool pair = is_tone(text[i + 1]) && is_wavering_pair(text[i], text[i + 2]);
    const bool other_mark = i + 3 < text.length() && is_mark(text[i + 3]);
    const bool after_q = i > 0 && lower(text[i - 1]) == u'q';
    if (!pair || other_mark || after_q) continue;
    const char16_t tone = text[i + 1];
    text.setCharAt(i + 1, text[i + 2]);
    text.setCharAt(i + 2, tone);
  }
}

/// Creating a collator takes milliseconds and one must not be used by two threads at once.
const icu::Collator& collator() {
  thread_local const std::unique_ptr<icu::Collator> instance = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), error));
    assert(U_SUCCESS(error) && "ICU carries the data of its locales in its library");
    return made;
  }();
  return *instance;
}

}  // namespace

std::string sort_key(std::string_view text) {
  icu::UnicodeString placed = decomposed(text);
  place_tones(placed);
  std::vector<std::uint8_t> key(static_cast<std::size_t>(placed.length()) * 4 + 16);
  const auto capacity = [&] { return static_cast<std::int32_t>(key.size()); };
  std::int32_t length = collator().getSortKey(placed, key.data(), capacity());
  if (length > capacity()) {
    key.resize(static_cast<std::size_t>(length));
    length = collator().getSortKey(placed, key.data(), capacity());
  }
  // Without the zero byte that ends the key.
  return {reinterpret_cast<const char*>(key.data()), static_cast<std::size_t>(length > 0 ? length - 1 : 0)};
}

std::string name_key(std::string_view name) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  std::string out;
  bool space = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool wide = name.substr(i).starts_with(kNoBreakSpace);
    if (wide) ++i;
    if (wide || name[i] == ' ' || name[i] == '\t' || name[i] == '\n') {
      space = !out.empty();
    } else {
      if (space) out += ' ';
      space = false;
      out += name[i];
    }
  }
  while (!out.empty() && (out.back() == '.' || out.back() == ' ')) out.pop_back();
  return out.empty() ? out : to_lower(out);
}

std::string fold(std::string_view text) {
  const icu::UnicodeString wide = decomposed(text);
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const UChar32 c = u_tolower(wide.char32At(i));
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    out.append(c == static_cast<UChar32>(kDStroke) ? UChar32{'d'} : c);
  }
  std::string utf8;
  return out.toUTF8String(utf8);
}

}  // namespace thidua::base
