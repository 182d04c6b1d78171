#include "search/marks.hpp"

#include <array>
#include <optional>

#include "base/letter.hpp"
#include "search/coding.hpp"

namespace thidua::search {

namespace {

constexpr unsigned kTones = 6;
constexpr unsigned kStroke = 24;
constexpr unsigned kY = 25;
constexpr unsigned kFarthest = 7;

/// Each vowel of a shape with the six tones.
struct Vowel {
  char letter;
  unsigned shape;
  std::u32string_view tones;
};

constexpr std::array<Vowel, 12> kVowels = {{{'a', 0, U"aàáãảạ"},
                                            {'a', 1, U"ăằắẵẳặ"},
                                            {'a', 2, U"âầấẫẩậ"},
                                            {'e', 0, U"eèéẽẻẹ"},
                                            {'e', 2, U"êềếễểệ"},
                                            {'i', 0, U"iìíĩỉị"},
                                            {'o', 0, U"oòóõỏọ"},
                                            {'o', 2, U"ôồốỗổộ"},
                                            {'o', 3, U"ơờớỡởợ"},
                                            {'u', 0, U"uùúũủụ"},
                                            {'u', 3, U"ưừứữửự"},
                                            {'y', 0, U"yỳýỹỷỵ"}}};

/// The code of a letter that stands where the key has another; none where there is no such code.
std::optional<unsigned> code_of(char32_t letter, char key) {
  if (letter == U'đ') return key == 'd' ? std::optional(kStroke) : std::nullopt;
  for (const Vowel& vowel : kVowels) {
    const std::size_t tone = vowel.tones.find(letter);
    if (tone == vowel.tones.npos) continue;
    if (vowel.letter == key) return kTones * vowel.shape + static_cast<unsigned>(tone);
    return vowel.letter == 'y' && key == 'i' ? std::optional(kY + static_cast<unsigned>(tone)) : std::nullopt;
  }
  return std::nullopt;
}

/// The bytes that lead from the key to the form; none where it cannot be told so.
std::optional<std::string> marks_on(std::string_view key, std::string_view form) {
  std::string out;
  unsigned between = 0;
  for (const char in_key : key) {
    const char32_t letter = base::first_letter(form);
    if (letter == 0) return std::nullopt;
    form.remove_prefix(letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4);
    if (letter != static_cast<unsigned char>(in_key)) {
      const auto code = code_of(letter, in_key);
      if (!code) return std::nullopt;
      out += static_cast<char>(between << 5U | *code);
      between = 0;
    } else if (++between > kFarthest) {
      out += static_cast<char>(kFarthest << 5U);
      between = 0;
    }
  }
  return form.empty() ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

void append_form(std::string& out, std::string_view form, std::string_view key) {
  const auto marks = form == key ? std::string() : marks_on(key, form);
  if (form == key) {
    append_number(out, 0);
  } else if (marks) {
    append_number(out, marks->size() + 1);
    out += *marks;
  } else {
    append_number(out, 1);
    append_text(out, form);
  }
}

}  // namespace thidua::search
