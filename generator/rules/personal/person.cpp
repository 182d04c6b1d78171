#include "rules/personal/person.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "base/letter.hpp"
#include "rules/personal/words.hpp"

namespace thidua::rules::personal {
namespace {

constexpr std::size_t kMinWords = 2, kMaxWords = 5;

constexpr std::array<Word, 2> kSexes = {{{"nam", "NAM"}, {"nữ", "NỮ"}}};

/// Before a name, and no part of it.
constexpr auto kTitles = std::to_array<std::string_view>({"ông", "bà", "anh", "chị", "cô", "chú", "bác"});

/// What begins like this is a place, an office, a document or an event; two words behind this are. Longer names follow
/// offices too: “Trưởng thôn Giàng A Tủa”.
constexpr auto kNoPerson = std::to_array<std::string_view>(
    {"tỉnh",  "huyện", "xã",    "phường", "quận", "thành", "phố",  "thị",   "trấn", "thôn", "bản",  "tổ",     "khu",
     "khối",  "cụm",   "sở",    "ban",    "ủy",   "uỷ",    "ubnd", "hđnd",  "đảng", "bộ",   "hội",  "trường", "viện",
     "luật",  "nghị",  "quyết", "thông",  "chỉ",  "kế",    "pháp", "tháng", "ngày", "năm",  "quốc", "cách",   "chiến",
     "dịch",  "thắng", "miền",  "vùng",   "nhà",  "tòa",   "toà",  "phòng", "báo",  "tạp",  "cổng", "trung",  "tờ",
     "đường", "cầu",   "chợ",   "sông",   "núi",  "nước",  "sân",  "bến",   "đình", "chùa"});

/// What has the name of a person: “trường Nguyễn Du”, “chiến dịch Hồ Chí Minh”.
constexpr auto kNamesakes = std::to_array<std::string_view>({"trường", "đường", "dịch", "thắng", "cầu", "giải", "quỹ"});

/// Places that stand before a date without a word that says what they are.
constexpr auto kPlaces = std::to_array<std::string_view>(
    {"an giang",   "bà rịa",     "bạc liêu",    "bắc giang",  "bắc kạn",        "bắc ninh",      "bến tre",
     "bình dương", "bình định",  "bình phước",  "bình thuận", "cà mau",         "cao bằng",      "cần thơ",
     "chí minh",   "đà nẵng",    "đắk lắk",     "đắk nông",   "điện biên",      "điện biên phủ", "đông dương",
     "đồng nai",   "đồng tháp",  "gia lai",     "hà giang",   "hà nam",         "hà nội",        "hà tĩnh",
     "hải dương",  "hải phòng",  "hậu giang",   "hòa bình",   "hồ chí minh",    "hưng yên",      "khánh hòa",
     "kiên giang", "kon tum",    "lai châu",    "lạng sơn",   "lào cai",        "lâm đồng",      "long an",
     "nam định",   "nghệ an",    "ninh bình",   "ninh thuận", "phú thọ",        "phú yên",       "quảng bình",
     "quảng nam",  "quảng ngãi", "quảng ninh",  "quảng trị",  "sa pa",          "sóc trăng",     "sơn la",
     "tây ninh",   "thái bình",  "thái nguyên", "thanh hóa",  "thừa thiên huế", "tiền giang",    "tuyên quang",
     "việt nam",   "vĩnh phúc",  "yên bái"});

/// Before a name, these words say of what the date is.
constexpr auto kOtherDates =
    std::to_array<std::string_view>({"quyết định", "ban hành", "số", "ký", "luật", "nghị định", "nghị quyết",
                                     "thông tư", "công văn", "kỷ niệm", "thành lập", "bổ nhiệm", "phê duyệt"});
constexpr auto kOtherDatesBehind = std::to_array<std::string_view>({"ban hành", "quyết định", "ký", "hiệu lực"});

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Whether one of the phrases stands in the text, as whole words.
bool has_one_of(std::string_view text, std::span<const std::string_view> phrases) {
  return std::ranges::any_of(phrases, [&](std::string_view phrase) {
    for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
      if (!word_ends_at(text, at) && !word_begins_at(text, at + phrase.size())) return true;
    }
    return false;
  });
}

std::size_t skip_emphasis_before(std::string_view text, std::size_t at) {
  for (at = skip_spaces_before(text, at); at > 0 && (text[at - 1] == '*' || text[at - 1] == '_');) {
    at = skip_spaces_before(text, at - 1);
  }
  return at;
}

/// Where the comma or bracket stands that parts the date from what is before; npos where none does.
std::size_t mark_before(std::string_view text, std::size_t at) {
  at = skip_emphasis_before(text, at);
  if (at > 0 && text[at - 1] == '\n') at = skip_emphasis_before(text, at - 1);
  return at > 0 && (text[at - 1] == ',' || text[at - 1] == '(') ? at - 1 : std::string_view::npos;
}

/// The name's words that end at a place, and where they begin.
struct Name {
  std::vector<std::string> words;  ///< in lower case
  std::size_t begin = 0;

  std::string text() const {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
  }
};

/// The run of words with capitals that ends at `end`, with at most one word more than names have.
Name capitalised_before(std::string_view text, std::size_t end) {
  Name name{{}, end};
  while (name.words.size() <= kMaxWords + 1) {
    const std::string_view word = letters_before(text, skip_spaces_before(text, name.begin));
    if (word.empty() || !base::is_upper(base::first_letter(word))) break;
    name.words.insert(name.words.begin(), base::to_lower(word));
    name.begin = static_cast<std::size_t>(word.data() - text.data());
  }
  return name;
}

bool is_person(std::string_view text, Name name) {
  if (!name.words.empty() && contains(kTitles, name.words[0])) name.words.erase(name.words.begin());
  if (name.words.size() < kMinWords || name.words.size() > kMaxWords) return false;
  if (contains(kNoPerson, name.words[0]) || contains(kPlaces, name.text())) return false;
  const std::string before = base::to_lower(letters_before(text, skip_spaces_before(text, name.begin)));
  return !contains(kNamesakes, before) && !(name.words.size() == kMinWords && contains(kNoPerson, before));
}

/// What stands before `end` in the same clause, in lower case.
std::string clause_before(std::string_view text, std::size_t end) {
  constexpr std::size_t kNear = 60;  // bytes
  std::string_view near = text.substr(end - std::min(end, kNear), std::min(end, kNear));
  if (const std::size_t last = near.find_last_of("\n.,;:)|\""); last != std::string_view::npos)
    near.remove_prefix(last + 1);
  while (!near.empty() && (static_cast<unsigned char>(near[0]) & 0xC0U) == 0x80U) near.remove_prefix(1);
  return base::to_lower(near);
}

/// What stands from `begin` on in the same clause, in lower case.
std::string clause_behind(std::string_view text, std::size_t begin) {
  constexpr std::size_t kNear = 40;  // bytes
  std::string_view near = text.substr(begin, kNear);
  near = near.substr(0, near.find_first_of("\n.;)|\""));
  return base::to_lower(near);
}

}  // namespace

bool is_year_of_birth(int year) {
  constexpr int kFirst = 1930, kLast = 2010;
  if (year >= 100) return year >= kFirst && year <= kLast;
  return year > 0 && (year >= kFirst % 100 || year <= kLast % 100);
}

bool is_behind_name(std::string_view text, std::size_t digit) {
  std::size_t mark = mark_before(text, digit);
  if (mark == std::string_view::npos) return false;
  if (const std::size_t sex = word_before(text, mark, kSexes); sex != mark) mark = mark_before(text, sex);
  if (mark == std::string_view::npos) return false;
  const Name name = capitalised_before(text, skip_emphasis_before(text, mark));
  return is_person(text, name) && !has_one_of(clause_before(text, name.begin), kOtherDates);
}

bool is_birth_of_named(std::string_view text, const WrittenDate& date) {
  if (!date.is_full || date.year < 100 || !is_year_of_birth(date.year)) return false;
  return !has_one_of(clause_behind(text, date.end), kOtherDatesBehind);
}

}  // namespace thidua::rules::personal
