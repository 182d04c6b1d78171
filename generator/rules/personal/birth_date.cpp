// Looks back from a number, since numbers are rarer than the syllable “sinh”, which half of the words for schools,
// hygiene and registers have: an occurrence counts where it is no second syllable of such a word.
#include "rules/personal/birth_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/letter.hpp"
#include "rules/personal/words.hpp"

namespace thidua::rules::personal {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

constexpr std::array<Word, 6> kDateWords = {
    {{"năm", "NĂM"}, {"ngày", "NGÀY"}, {"tháng", "THÁNG"}, {"vào", "VÀO"}, {"mồng", "MỒNG"}, {"mùng", "MÙNG"}}};
constexpr std::array<Word, 1> kMonth = {{{"tháng", "THÁNG"}}};
constexpr std::array<Word, 1> kYear = {{{"năm", "NĂM"}}};
constexpr std::array<Word, 1> kBorn = {{{"sinh", "SINH"}}};
constexpr std::array<Word, 4> kBornHeadings = {
    {{"ngày sinh", "NGÀY SINH"}, {"năm sinh", "NĂM SINH"}, {"sinh ngày", "SINH NGÀY"}, {"sinh năm", "SINH NĂM"}}};
constexpr std::array<Word, 1> kBornShort = {{{"sn", "SN"}}};

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

/// “SN” stands for other words too (sự nghiệp, số nhà): it counts after a name or a mark.
bool is_born_short(std::string_view text, std::size_t sn) {
  const std::string_view before = letters_before(text, skip_spaces_before(text, sn));
  return before.empty() || begins_upper(before);
}

/// Where the words that make a date at `digit` one of birth begin.
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
  return sn != at && is_born_short(text, sn) ? sn : kNone;
}

/// A number within a date. Its end is kNone where there is none of at most four digits.
struct Number {
  int value = 0;
  std::size_t digits = 0, end = kNone;
};

Number number_at(std::string_view text, std::size_t at) {
  Number number;
  while (at + number.digits < text.size() && is_digit(text[at + number.digits])) ++number.digits;
  if (number.digits == 0 || number.digits > 4) return number;
  std::from_chars(text.data() + at, text.data() + at + number.digits, number.value);
  number.end = at + number.digits;
  return number;
}

bool is_part(const Number& n, int most) { return n.end != kNone && n.digits <= 2 && n.value >= 1 && n.value <= most; }
bool is_day(const Number& n) { return is_part(n, 31); }
bool is_month(const Number& n) { return is_part(n, 12); }
bool is_year(const Number& n) { return n.end != kNone && n.digits == 4 && n.value >= 1900 && n.value < 2100; }

/// The number behind a `/`, `.` or `-`, spaces allowed on both sides.
Number number_after_mark(std::string_view text, std::size_t at) {
  at = skip_spaces(text, at);
  if (at >= text.size() || std::string_view("/.-").find(text[at]) == kNone) return {};
  return number_at(text, skip_spaces(text, at + 1));
}

Number number_after_word(std::string_view text, std::size_t at, std::span<const Word> word) {
  const std::size_t begin = skip_spaces(text, at);
  const std::size_t end = word_after(text, begin, word);
  return end == begin ? Number{} : number_at(text, skip_spaces(text, end));
}

/// The end of a date in figures or in words, as exact as a month or a year; kNone where there is none.
std::size_t end_of_date(std::string_view text, std::size_t digit) {
  const Number first = number_at(text, digit);
  if (is_year(first)) {
    const Number month = number_after_mark(text, first.end);
    const Number day = is_month(month) ? number_after_mark(text, month.end) : Number{};
    return is_day(day) ? day.end : first.end;
  }
  if (!is_day(first)) return kNone;
  if (const Number second = number_after_mark(text, first.end); second.end != kNone) {
    if (is_year(second) && is_month(first)) return second.end;
    const Number year = is_month(second) ? number_after_mark(text, second.end) : Number{};
    return is_year(year) || (year.end != kNone && year.digits == 2) ? year.end : kNone;
  }
  const Number month = number_after_word(text, first.end, kMonth);
  const Number year = number_after_word(text, is_month(month) ? month.end : first.end, kYear);
  return is_year(year) ? year.end : is_month(month) ? month.end : kNone;
}

/// Whether a column's heading says “Ngày sinh”, “Ngày, tháng, năm sinh (dương lịch)”, “Sinh năm”.
bool is_of_birth(std::string_view heading) {
  for (std::size_t at = 0; at < heading.size(); ++at) {
    if (word_after(heading, at, kBornHeadings) != at && !word_ends_at(heading, at)) return true;
  }
  return false;
}

}  // namespace

std::optional<Piece> BirthDates::at(std::size_t digit) {
  std::size_t begin = born_before(text_, digit);
  if (begin == kNone && is_of_birth(table_.heading_of(digit))) begin = digit;
  if (begin == kNone) return std::nullopt;
  const std::size_t end = end_of_date(text_, digit);
  if (end == kNone || word_begins_at(text_, end)) return std::nullopt;
  return Piece{Kind::birth_date, begin, end};
}

}  // namespace thidua::rules::personal
