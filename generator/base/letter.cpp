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

std::string to_lower(std::string_view text) {
  std::string out;
  UErrorCode error = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  icu::CaseMap::utf8ToLower("", 0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, error);
  return out;
}

}  // namespace thidua::base
