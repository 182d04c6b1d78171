#include "model/clauses/quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/letter.hpp"
#include "model/date.hpp"

namespace thidua::model {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Lower case, with every dash as a hyphen.
std::string plain(std::string_view text) {
  std::string out = base::to_lower(text);
  for (const std::string_view dash : {"–", "—"}) {
    for (std::size_t at = out.find(dash); at != std::string::npos; at = out.find(dash, at))
      out.replace(at, dash.size(), "-");
  }
  return out;
}

/// The words of a text in lower case, as parts of it. Marks between digits (15/3, 93,5, 2021-2025) and within document
/// numbers stay in their word; a hyphen that stands alone is a word.
std::vector<std::string_view> words_of(std::string_view lower) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;  // of the current word, which goes up to i
  for (std::size_t i = 0; i <= lower.size(); ++i) {
    const char c = i < lower.size() ? lower[i] : ' ';
    const bool next_is_digit = i + 1 < lower.size() && is_digit(lower[i + 1]);
    const bool next_is_word = i + 1 < lower.size() && is_word_byte(lower[i + 1]);
    const bool joins =
        begin < i && ((c == '/' && next_is_word) || (c == '-' && next_is_word && is_digit(lower[begin])) ||
                      ((c == '.' || c == ',') && next_is_digit && is_digit(lower[i - 1])));
    if (is_word_byte(c) || joins) continue;
    if (begin < i) words.push_back(lower.substr(begin, i - begin));
    if (c == '-') words.push_back(lower.substr(i, 1));
    begin = i + 1;
  }
  return words;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

/// The value of one to four digits; -1 for anything else.
int small_number(std::string_view text) {
  int value = -1;
  if (text.empty() || text.size() > 4 || !std::all_of(text.begin(), text.end(), is_digit)) return -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int roman_quarter(std::string_view text) {
  constexpr std::array<std::string_view, 5> kQuarters = {"", "i", "ii", "iii", "iv"};
  const auto at = std::find(kQuarters.begin() + 1, kQuarters.end(), text);
  if (at != kQuarters.end()) return static_cast<int>(at - kQuarters.begin());
  const int value = small_number(text);
  return value >= 1 && value <= 4 ? value : 0;
}

/// 15/3/2022, 01/2023, 15/3, 2/3, 33/2021/qđ-ubnd. Empty where the word is none of these.
std::string token_of_slashes(std::string_view word) {
  const auto parts = split(word, '/');
  if (parts.size() < 2) return {};
  std::array<int, 3> n = {-1, -1, -1};
  bool numbers = parts.size() <= 3;
  for (std::size_t i = 0; i < parts.size() && numbers; ++i) {
    n[i] = small_number(parts[i]);
    numbers = n[i] >= 0;
  }
  if (!numbers) return std::string(word);
  if (parts.size() == 3) return fmt::format("{:04}-{:02}-{:02}", n[2], n[1], n[0]);
  if (parts[1].size() == 4) return fmt::format("{:04}-{:02}", n[1], n[0]);
  return fmt::format("--{:02}-{:02}", n[1], n[0]);
}

/// Reads dates in words, which span several words.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(plain(text)), words_(words_of(text_)) {}

  std::vector<Quantity> read() {
    while (at_ < words_.size()) {
      const std::size_t begin = at_;
      if (!date_in_words() && !quarter() && !number_in_words() && !number()) ++at_;
      for (std::size_t i = first_new_; i < found_.size(); ++i) {
        if (!found_[i].implied) found_[i].relation = relation(begin);
      }
      first_new_ = found_.size();
    }
    return std::move(found_);
  }

 private:
  std::string_view word(std::size_t at) const { return at < words_.size() ? words_[at] : std::string_view(); }
  int value(std::size_t at) const { return small_number(word(at)); }

  void give(std::string token, std::size_t words) {
    found_.push_back({std::move(token), std::nullopt, false});
    at_ += words;
  }

  /// ngày 5 tháng 2 năm 2025; ngày 5 tháng 2; tháng 2 năm 2025; tháng 2.
  bool date_in_words() {
    const bool has_day = word(at_) == "ngày" && value(at_ + 1) > 0 && word(at_ + 2) == "tháng";
    const std::size_t month_at = has_day ? at_ + 2 : at_;
    if (word(month_at) != "tháng" || value(month_at + 1) < 1 || value(month_at + 1) > 12) return false;
    const bool has_year = word(month_at + 2) == "năm" && value(month_at + 3) > 1900;
    const std::string year = has_year ? fmt::format("{:04}-", value(month_at + 3)) : "--";
    const std::string day = has_day ? fmt::format("-{:02}", value(at_ + 1)) : "";
    give(fmt::format("{}{:02}{}", year, value(month_at + 1), day), (has_day ? 4U : 2U) + (has_year ? 2U : 0U));
    return true;
  }

  /// quý iv/2023; quý iv năm 2023; quý ii.
  bool quarter() {
    if (word(at_) != "quý") return false;
    const auto parts = split(word(at_ + 1), '/');
    const int number = roman_quarter(parts[0]);
    if (number == 0) return false;
    const bool same_word = parts.size() == 2 && small_number(parts[1]) > 1900;
    const bool next_words = parts.size() == 1 && word(at_ + 2) == "năm" && value(at_ + 3) > 1900;
    const int year = same_word ? small_number(parts[1]) : next_words ? value(at_ + 3) : 0;
    give(year > 0 ? fmt::format("{:04}-Q{}", year, number) : fmt::format("Q{}", number), next_words ? 4 : 2);
    return true;
  }

  /// một, hai, ba count as numbers only behind a comparator.
  bool number_in_words() {
    constexpr std::array<std::string_view, 4> kNumbers = {"", "một", "hai", "ba"};
    const auto at = std::find(kNumbers.begin() + 1, kNumbers.end(), word(at_));
    if (at == kNumbers.end() || at_ < 2 || !relation_before(at_)) return false;
    give(std::to_string(at - kNumbers.begin()), 1);
    return true;
  }

  bool number() {
    const std::string_view text = word(at_);
    if (text.empty() || !is_digit(text[0])) return false;
    if (std::string token = token_of_slashes(text); !token.empty()) {
      give(std::move(token), 1);
      return true;
    }
    const auto parts = split(text, '-');
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::size_t end = std::min(parts[i].find_first_not_of("0123456789.,"), parts[i].size());
      if (end == 0) continue;
      const std::string token = number_token(parts[i].substr(0, end));
      if (i > 0 || follows_range_word()) imply_years_up_to(token);
      found_.push_back({token, std::nullopt, false});
    }
    ++at_;
    return true;
  }

  /// Whether "-", "đến" or "đến năm" leads to the current word.
  bool follows_range_word() const {
    const std::size_t before = at_ > 1 && word(at_ - 1) == "năm" ? at_ - 1 : at_;
    return before > 0 && (word(before - 1) == "-" || word(before - 1) == "đến");
  }

  /// From 2026 to 2028 implies 2027.
  void imply_years_up_to(std::string_view last) {
    const int from = found_.empty() ? -1 : small_number(found_.back().token);
    const int to = small_number(last);
    if (from < 1900 || to <= from || to > from + 50) return;
    for (int year = from + 1; year < to; ++year) found_.push_back({std::to_string(year), std::nullopt, true});
  }

  std::optional<Relation> relation_before(std::size_t begin) const {
    constexpr std::array<std::string_view, 9> kBetween = {"là", "đạt", "ngày", "từ", "được", "có", "hạn", "tỷ", "lệ"};
    std::size_t at = begin;
    while (at > 0 && std::find(kBetween.begin(), kBetween.end(), word(at - 1)) != kBetween.end()) --at;
    if (at == 0) return std::nullopt;
    const std::string_view last = word(at - 1);
    const std::string_view before = at > 1 ? word(at - 2) : std::string_view();
    if ((before == "tối" && last == "thiểu") || (before == "ít" && last == "nhất") ||
        (before == "không" && last == "dưới")) {
      return Relation::at_least;
    }
    if ((before == "không" && last == "quá") || (before == "tối" && last == "đa")) return Relation::at_most;
    if (last == "trên" || last == "hơn") return Relation::more_than;
    if (last == "dưới") return Relation::less_than;
    if (last == "trước") return Relation::before;
    return std::nullopt;
  }

  /// The words on either side of those from `begin` up to the current one.
  std::optional<Relation> relation(std::size_t begin) const {
    for (std::size_t at = at_; at < at_ + 4 && at + 1 < words_.size(); ++at) {
      if (is_digit(word(at).front())) break;
      if (word(at) == "trở" && word(at + 1) == "lên") return Relation::at_least;
      if (word(at) == "trở" && word(at + 1) == "xuống") return Relation::at_most;
    }
    return relation_before(begin);
  }

  const std::string text_;
  const std::vector<std::string_view> words_;  ///< of `text_`
  std::size_t at_ = 0;
  std::size_t first_new_ = 0;
  std::vector<Quantity> found_;
};

}  // namespace

std::string_view name_of_relation(Relation relation) {
  constexpr std::array<std::string_view, 5> kNames = {"at_least", "more_than", "at_most", "less_than", "before"};
  return kNames[static_cast<std::size_t>(relation)];
}

std::string number_token(std::string_view spelling) {
  std::string out;
  // A dot or comma before exactly three digits groups thousands in Vietnamese; before any other number of digits it is
  // decimal.
  const std::size_t mark = spelling.find_last_of(".,");
  const bool grouped = mark != std::string_view::npos && spelling.size() - mark == 4;
  for (std::size_t i = 0; i < spelling.size(); ++i) {
    if (is_digit(spelling[i]))
      out += spelling[i];
    else if (i == mark && !grouped)
      out += '.';
  }
  if (out.find('.') != std::string::npos) {
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
  }
  const std::size_t zeros = std::min(out.find_first_not_of('0'), out.size() - 1);
  return out.substr(zeros);
}

std::vector<Quantity> quantities_in(std::string_view text) { return Reader(text).read(); }

}  // namespace thidua::model
