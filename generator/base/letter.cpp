#include "base/letter.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace thidua::base {
namespace {

char32_t decode_at(std::string_view text, int32_t at) {
  UChar32 letter = 0;
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  U8_NEXT(bytes, at, static_cast<int32_t>(text.size()), letter);
  return letter < 0 ? 0 : static_cast<char32_t>(letter);
}

}  // namespace

char32_t first_letter(std::string_view text) {
  return text.empty() ? 0 : decode_at(text.substr(0, std::min<std::size_t>(text.size(), 4)), 0);
}

char32_t last_letter(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t at = text.size() - 1;
  while (at > 0 && text.size() - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return decode_at(text.substr(at), 0);
}

bool is_lower(char32_t letter) { return u_islower(static_cast<UChar32>(letter)) != 0; }
bool is_upper(char32_t letter) { return u_isupper(static_cast<UChar32>(letter)) != 0; }
bool is_letter(char32_t letter) { return u_isalpha(static_cast<UChar32>(letter)) != 0; }

bool is_word_part(char32_t letter) {
  return (U_GET_GC_MASK(static_cast<UChar32>(letter)) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

int digit_value(char32_t letter) {
  const auto c = static_cast<UChar32>(letter);
  const bool digit = u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE) == U_NT_DIGIT;
  return digit ? static_cast<int>(u_getNumericValue(c)) : u_charDigitValue(c);
}

bool is_invisible(char32_t letter) {
  const auto c = static_cast<UChar32>(letter);
  const bool mark = (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
  return mark || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_space(char32_t letter) { return u_isblank(static_cast<UChar32>(letter)) != 0; }

bool is_dash(char32_t letter) { return u_hasBinaryProperty(static_cast<UChar32>(letter), UCHAR_DASH) != 0; }

void append_letter(std::string& text, char32_t letter) {
  char bytes[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(letter));
  text.append(bytes, static_cast<std::size_t>(size));
}

std::string to_lower(std::string_view text) {
  std::string out;
  UErrorCode error = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  icu::CaseMap::utf8ToLower("", 0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, error);
  return out;
}

}  // namespace thidua::base
