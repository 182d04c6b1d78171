// Looks back from a number, since numbers are rarer than the syllable “sinh”, which half of the words for schools,
// hygiene and registers have: an occurrence counts where it is no second syllable of such a word.
#include "rules/personal/birth_date.hpp"

#include <algorithm>
#include <array>

#include "base/letter.hpp"
#include "rules/personal/date.hpp"
#include "rules/personal/person.hpp"
#include "rules/personal/words.hpp"

namespace thidua::rules::personal {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

constexpr std::array<Word, 6> kDateWords = {
    {{"năm", "NĂM"}, {"ngày", "NGÀY"}, {"tháng", "THÁNG"}, {"vào", "VÀO"}, {"mồng", "MỒNG"}, {"mùng", "MÙNG"}}};
constexpr std::array<Word, 1> kBorn = {{{"sinh", "SINH"}}};
constexpr std::array<Word, 4> kBornHeadings = {
    {{"ngày sinh", "NGÀY SINH"}, {"năm sinh", "NĂM SINH"}, {"sinh ngày", "SINH NGÀY"}, {"sinh năm", "SINH NĂM"}}};
constexpr std::array<Word, 1> kBornShort = {{{"sn", "SN"}}};
constexpr std::array<Word, 4> kBornShorter = {{{"ns", "NS"}, {"n.s", "N.S"}, {"ns.", "NS."}, {"n.s.", "N.S."}}};

/// First syllables of words that end in “sinh” and say nothing of a person's birth: học sinh, vệ sinh, tỷ lệ sinh.
constexpr std::array<std::string_view, 40> kCompounds = {
    "an",  "bình", "chúng", "cộng", "cứu",  "dân", "dưỡng", "đản",    "giám",  "giáo", "hi",  "hóa",  "hộ",   "học",
    "hy",  "khai", "kháng", "khi",  "kinh", "ký",  "lệ",    "môi",    "mức",   "mưu",  "nảy", "phát", "phục", "quyên",
    "sản", "suất", "tái",   "tân",  "tập",  "thí", "thư",   "trường", "tuyển", "vệ",   "vi",  "y"};

/// Goes back over the marks that may stand between the words and the number: spaces, one line end, a colon, a dash, the
/// border of a table's cell, emphasis, an opening bracket.
std::size_t skip_marks_before(std::string_view text, std::size_t at) {
  constexpr std::string_view kMarks = ":-|(*_\"", kDash = "–";
  for (bool line_end = false; at > 0;) {
    if (const std::size_t space = space_before(text, at)) {
      at -= space;
    } else if (text[at - 1] == '\n' && !line_end) {
      line_end = true;
      --at;
    } else if (kMarks.find(text[at - 1]) != kNone) {
      --at;
    } else if (text.substr(0, at).ends_with(kDash)) {
      at -= kDash.size();
    } else {
      break;
    }
  }
  return at;
}

bool begins_upper(std::string_view word) { return base::is_upper(base::first_letter(word)); }

/// Whether the word, whose first syllable makes a compound with the “sinh” after it, is a person's name all the same:
/// “bà An sinh năm 1980”, but neither “An sinh” that begins a sentence nor a heading in capitals.
bool is_name(std::string_view text, std::string_view word, std::size_t sinh) {
  const auto begin = static_cast<std::size_t>(word.data() - text.data());
  const bool within_sentence = !letters_before(text, skip_spaces_before(text, begin)).empty();
  return within_sentence && begins_upper(word) && base::is_lower(base::last_letter(word)) && text[sinh] == 's';
}

bool is_born(std::string_view text, std::size_t sinh) {
  const std::string_view before = letters_before(text, skip_spaces_before(text, sinh));
  if (before.empty()) return true;
  const bool compound = std::ranges::find(kCompounds, base::to_lower(before)) != kCompounds.end();
  return !compound || is_name(text, before, sinh);
}

/// “SN” and “NS” stand for other words too (sự nghiệp, số nhà, ngân sách): they count after a name or a mark.
bool is_born_short(std::string_view text, std::size_t sn) {
  const std::string_view before = letters_before(text, skip_spaces_before(text, sn));
  return before.empty() || begins_upper(before);
}

/// Where the words that make a date at `digit` one of birth begin; kNone where there are none.
std::size_t born_before(std::string_view text, std::size_t digit) {
  constexpr int kMaxDateWords = 4;  // “sinh vào ngày mồng”, “sinh: ngày, tháng, năm”
  std::size_t at = skip_marks_before(text, digit);
  for (int i = 0; i < kMaxDateWords; ++i) {
    const std::size_t word = word_before(text, at, kDateWords);
    if (word == at) break;
    at = skip_marks_before(text, word);
  }
  const std::size_t sinh = word_before(text, at, kBorn);
  if (sinh != at) return is_born(text, sinh) ? sinh : kNone;
  const std::size_t sn = word_before(text, at, kBornShort);
  if (sn != at) return is_born_short(text, sn) ? sn : kNone;
  if (at == 0 || std::string_view("sS.").find(text[at - 1]) == kNone) return kNone;
  const std::size_t ns = word_before(text, at, kBornShorter);
  return ns != at && is_born_short(text, ns) ? ns : kNone;
}

/// Whether “NS” is all that says so, which with the years of today is a budget: “Thu NS 2024”.
bool is_doubtful(std::string_view text, std::size_t begin) { return text[begin] == 'n' || text[begin] == 'N'; }

}  // namespace

bool is_heading_of_births(std::string_view heading) {
  for (std::size_t at = 0; at < heading.size(); ++at) {
    if (word_after(heading, at, kBornHeadings) != at && !word_ends_at(heading, at)) return true;
  }
  return false;
}

std::optional<Piece> BirthDates::at(std::size_t digit) {
  std::size_t begin = born_before(text_, digit);
  const bool doubtful = begin != kNone && is_doubtful(text_, begin);
  if (begin == kNone && is_heading_of_births(table_.heading_of(digit))) begin = digit;
  const bool behind_name = begin == kNone && is_behind_name(text_, digit);
  if (begin == kNone && !behind_name) return std::nullopt;
  const WrittenDate date = date_at(text_, digit);
  if (!date.found() || word_begins_at(text_, date.end)) return std::nullopt;
  if (doubtful && !is_year_of_birth(date.year)) return std::nullopt;
  if (behind_name && !is_birth_of_named(text_, date)) return std::nullopt;
  return Piece{Kind::birth_date, behind_name ? digit : begin, date.end, {}};
}

}  // namespace thidua::rules::personal
