// How numbers are told apart:
//
// - a mobile number, by its beginning and length, however it is grouped; not where it is a date (05-02-2021 08), a tax
//   code (by the word before it, or the branch -001 behind it), part of an address, or has a decimal mark; spelt digit
//   by digit only where nothing more is counted (0 1 2 3 …);
// - a citizen's number of 12 or 9 digits, unbroken: wherever it stands alone, which amounts of money do not do (they
//   are grouped, or name their unit), nor codes (letters and slashes are joined to them);
// - the same in groups of three digits and more: where it begins with 0, as no amount does, or where a word before it
//   says what it is.
#include "rules/personal/number.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "rules/personal/words.hpp"

namespace thidua::rules::personal {
namespace {

constexpr std::size_t kMaxGroups = 16;
constexpr std::size_t kCitizenDigits = 12, kOldCitizenDigits = 9;

constexpr std::array<Word, 13> kCitizenWords = {{{"cccd", "CCCD"},
                                                 {"cmnd", "CMND"},
                                                 {"cmtnd", "CMTND"},
                                                 {"cmt", "CMT"},
                                                 {"đdcn", "ĐDCN"},
                                                 {"căn cước", "CĂN CƯỚC"},
                                                 {"căn cước công dân", "CĂN CƯỚC CÔNG DÂN"},
                                                 {"chứng minh", "CHỨNG MINH"},
                                                 {"chứng minh thư", "CHỨNG MINH THƯ"},
                                                 {"chứng minh nhân dân", "CHỨNG MINH NHÂN DÂN"},
                                                 {"chứng minh thư nhân dân", "CHỨNG MINH THƯ NHÂN DÂN"},
                                                 {"định danh", "ĐỊNH DANH"},
                                                 {"định danh cá nhân", "ĐỊNH DANH CÁ NHÂN"}}};
constexpr std::array<Word, 5> kTaxWords = {{{"mã số thuế", "MÃ SỐ THUẾ"},
                                            {"mst", "MST"},
                                            {"msdn", "MSDN"},
                                            {"doanh nghiệp", "DOANH NGHIỆP"},
                                            {"thuế", "THUẾ"}}};
constexpr std::array<Word, 3> kAccountWords = {{{"tài khoản", "TÀI KHOẢN"}, {"stk", "STK"}, {"tk", "TK"}}};
constexpr std::array<Word, 2> kLinkWords = {{{"số", "SỐ"}, {"là", "LÀ"}}};
constexpr std::array<Word, 10> kMoneyWords = {{{"đồng", "ĐỒNG"},
                                               {"đ", "Đ"},
                                               {"vnđ", "VNĐ"},
                                               {"vnd", "VND"},
                                               {"usd", "USD"},
                                               {"nghìn", "NGHÌN"},
                                               {"ngàn", "NGÀN"},
                                               {"triệu", "TRIỆU"},
                                               {"tỷ", "TỶ"},
                                               {"tỉ", "TỈ"}}};

/// Digits without anything between them.
struct Group {
  std::size_t begin = 0, end = 0;
  bool spaced = false;  ///< a space stands between it and the group before

  std::size_t size() const { return end - begin; }
};

/// Groups of digits, each joined to the one before by a space, a dot, a hyphen or a closing bracket.
class Chain {
 public:
  Chain(std::string_view text, std::size_t digit) : text_(text) {
    Group group{digit, end_of_digits(digit)};
    while (true) {
      groups_[size_++] = group;
      digits_ += group.size();
      const std::size_t next = next_group(group);
      if (next == group.end || size_ == kMaxGroups) return;
      const bool spaced = text.substr(group.end, next - group.end).find_first_of(" \t\xC2") != std::string_view::npos;
      group = {next, end_of_digits(next), spaced};
    }
  }

  std::size_t size() const { return size_; }
  bool full() const { return size_ == kMaxGroups; }
  std::size_t digits() const { return digits_; }
  const Group& operator[](std::size_t i) const { return groups_[i]; }
  const Group& back() const { return groups_[size_ - 1]; }
  std::string_view text() const { return text_; }

  std::string_view digits_of(std::size_t i) const { return text_.substr(groups_[i].begin, groups_[i].size()); }

  /// The first digits from group `from` on, up to as many.
  std::string head(std::size_t from, std::size_t most) const {
    std::string out;
    for (std::size_t i = from; i < size_ && out.size() < most; ++i) out += digits_of(i).substr(0, most - out.size());
    return out;
  }

  /// Behind the groups from `from` on that have just so many digits; `from` where none have.
  std::size_t groups_of(std::size_t from, std::size_t digits) const {
    std::size_t sum = 0, i = from;
    while (i < size_ && sum < digits) sum += groups_[i++].size();
    return sum == digits ? i : from;
  }

  /// Whether the groups are spelt digit by digit, “0 9 1 2”, with the same between all of them and neither a digit more
  /// before nor behind. The first one may have more digits.
  bool is_spelt(std::size_t from, std::size_t to) const {
    if (to - from < 3 || (from > 0 && groups_[from - 1].size() == 1)) return false;
    if (to < size_ && groups_[to].size() == 1) return false;
    for (std::size_t i = from + 1; i < to; ++i) {
      if (groups_[i].size() != 1 || joint(i) != joint(from + 1)) return false;
    }
    return true;
  }

 private:
  /// What stands before a group but the first.
  std::string_view joint(std::size_t i) const {
    return text_.substr(groups_[i - 1].end, groups_[i].begin - groups_[i - 1].end);
  }

  std::size_t end_of_digits(std::size_t at) const {
    while (at < text_.size() && is_digit(text_[at])) ++at;
    return at;
  }

  /// Where the next group begins; the end of this one where none is joined to it. The brackets are those of “(0912)”,
  /// “(+84)” and “+84 (0)”, not of an area code.
  std::size_t next_group(const Group& group) const {
    std::size_t at = group.end;
    const bool country = text_.substr(group.begin, group.size()) == "84";
    const bool zero = group.size() == 1 && group.begin > 0 && text_[group.begin - 1] == '(';
    const bool bracketed = country || zero || group.size() == 4;
    if (bracketed && at < text_.size() && text_[at] == ')') ++at;
    at = skip_spaces(text_, at);
    at += at < text_.size() && text_[at] == '.' ? 1 : dash_at(text_, at);
    at = skip_spaces(text_, at);
    if (country && text_.substr(std::min(at, text_.size())).starts_with("(0)")) ++at;
    return at > group.end && at < text_.size() && is_digit(text_[at]) ? at : group.end;
  }

  std::string_view text_;
  std::array<Group, kMaxGroups> groups_;
  std::size_t size_ = 0, digits_ = 0;
};

char before_or_space(std::string_view text, std::size_t at) { return at > 0 ? text[at - 1] : ' '; }

/// Whether one of the words stands before the number, with at most “số”, “là” and a colon between.
bool follows(std::string_view text, std::size_t number, std::span<const Word> words) {
  std::size_t at = number;
  for (int link = 0; link < 3; ++link) {
    at = skip_spaces_before(text, at);
    if (before_or_space(text, at) == ':' || before_or_space(text, at) == '.') at = skip_spaces_before(text, at - 1);
    if (word_before(text, at, words) != at) return true;
    const std::size_t linked = word_before(text, at, kLinkWords);
    if (linked == at) return false;
    at = linked;
  }
  return false;
}

/// Whether the number is part of a path or an URL.
bool is_in_address(std::string_view text, std::size_t number) {
  constexpr std::size_t kMaxAddress = 500;
  std::size_t begin = number;
  constexpr std::string_view kEnds = " \t\n\"<>()[]|";
  while (begin > 0 && number - begin < kMaxAddress && kEnds.find(text[begin - 1]) == std::string_view::npos) --begin;
  const std::string_view before = text.substr(begin, number - begin);
  return before.starts_with('/') || before.starts_with("www.") || before.find("://") != std::string_view::npos;
}

bool is_decimal_mark(std::string_view text, std::size_t at) {
  return (text[at] == ',' || text[at] == '.') && at > 0 && is_digit(text[at - 1]);
}

bool is_century(std::string_view group) {
  return group.size() == 4 && (group.starts_with("19") || group.starts_with("20"));
}

/// 05-02-2021 08 and 03-2021-2022 have the length of a mobile number.
bool is_date(const Chain& chain, std::size_t from, std::size_t to) {
  const auto size = [&](std::size_t i) { return chain[from + i].size(); };
  if (to - from < 3 || size(0) != 2 || !is_century(chain.digits_of(from + 2))) return false;
  return size(1) <= 2 || is_century(chain.digits_of(from + 1));
}

/// How many digits a mobile number has that begins like this; 0 where none does.
std::size_t mobile_length(std::string_view head, bool international) {
  const auto is_mobile = [&](std::size_t at) {
    return head.size() > at && std::string_view("35789").find(head[at]) != std::string_view::npos;
  };
  if (head.starts_with("0084")) return is_mobile(4) ? 13 : 0;
  if (head.starts_with("84") && is_mobile(2)) return 11;
  if (head.starts_with("840") && international) return is_mobile(3) ? 12 : 0;
  return head.starts_with('0') && is_mobile(1) ? 10 : 0;
}

bool begins_mobile(const Chain& chain, std::size_t from) {
  const std::string_view text = chain.text();
  const std::size_t begin = chain[from].begin;
  if (begin == 0) return true;
  const char before = text[begin - 1];
  if (before == '_' || is_decimal_mark(text, begin - 1)) return false;
  const bool dialled = before == '/' || before == ':' || before == '+';  // tel:, zalo.me/
  return dialled || !is_in_address(text, begin);
}

bool ends_mobile(const Chain& chain, std::size_t from, std::size_t to) {
  const Group& last = chain[to - 1];
  if (word_begins_at(chain.text(), last.end)) return false;
  const bool branch = to - from == 1 && to < chain.size() && chain[to].size() == 3 && chain.text()[last.end] == '-';
  return !branch;
}

/// Behind the groups that make a mobile number from group `from` on; `from` where they do not.
std::size_t mobile_number(const Chain& chain, std::size_t from) {
  const std::size_t begin = chain[from].begin;
  const bool plus = before_or_space(chain.text(), begin) == '+';
  const std::string head = chain.head(from, 5);
  const std::size_t length = mobile_length(head, plus);
  const std::size_t to = length == 0 ? from : chain.groups_of(from, length);
  if (to == from) return from;
  if (head.starts_with("84") && !plus && to - from > 1) return from;
  const bool spelt = chain.is_spelt(from, to);
  for (std::size_t i = from + 1; i < to; ++i) {
    const bool after_country = i == from + 1 && chain[from].size() <= 4 && length > 10;
    if (chain[i].size() < 2 && !after_country && !spelt) return from;
  }
  if (is_date(chain, from, to) || !begins_mobile(chain, from) || !ends_mobile(chain, from, to)) return from;
  return follows(chain.text(), begin, kTaxWords) ? from : to;
}

bool is_amount(std::string_view text, std::size_t end) {
  const std::size_t unit = skip_spaces(text, end);
  return word_after(text, unit, kMoneyWords) != unit;
}

/// Whether the mark at `at` makes one code of what stands on both its sides. Two numbers of which one begins with 0 may
/// stand side by side: “001080012345/012345678”.
bool joins(std::string_view text, std::size_t at) {
  constexpr std::string_view kJoins = "-/.,=#&";
  if (at == 0 || at + 1 >= text.size() || kJoins.find(text[at]) == std::string_view::npos) return false;
  if (text[at] == '/' && is_digit(text[at - 1]) && text[at + 1] == '0') return false;
  return word_ends_at(text, at) && word_begins_at(text, at + 1);
}

/// Whether nothing is joined to the digits that would make them part of a code, a document's number or a decimal.
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  if (word_ends_at(text, begin) || word_begins_at(text, end)) return false;
  return !(begin > 0 && joins(text, begin - 1)) && !joins(text, end) && !is_in_address(text, begin);
}

bool is_citizen_length(std::size_t digits) { return digits == kCitizenDigits || digits == kOldCitizenDigits; }

/// Whether the group alone is a citizen's number.
bool is_unbroken_citizen_number(const Chain& chain, std::size_t at) {
  const Group& group = chain[at];
  const std::string_view text = chain.text();
  if (!is_citizen_length(group.size()) || (at > 0 && !group.spaced)) return false;
  if (at + 1 < chain.size() && !chain[at + 1].spaced) return false;
  if (!stands_alone(text, group.begin, group.end) || follows(text, group.begin, kAccountWords)) return false;
  return text[group.begin] == '0' || !is_amount(text, group.end);
}

/// Whether the digits begin like a citizen's number and unlike an amount: with 0, and as those of 12 digits do, with
/// the number of a province (001 to 096; Thông tư 59/2021/TT-BCA, annex 1).
bool begins_with_province(const Chain& chain) {
  const std::string head = chain.head(0, 3);
  return chain.digits() == kCitizenDigits ? head >= "001" && head <= "096" : head.starts_with('0');
}

/// Whether all the groups together are a citizen's number.
bool is_grouped_citizen_number(const Chain& chain) {
  if (!is_citizen_length(chain.digits()) || !begins_with_province(chain)) return false;
  const bool spelt = chain.digits() == kCitizenDigits && chain.is_spelt(0, chain.size());
  for (std::size_t i = 0; i < chain.size(); ++i) {
    if (chain[i].size() < 3 && !spelt) return false;
  }
  return stands_alone(chain.text(), chain[0].begin, chain.back().end);
}

/// Behind the groups that a word before them calls a citizen's number; 0 where none does.
std::size_t named_citizen_number(const Chain& chain) {
  if (!follows(chain.text(), chain[0].begin, kCitizenWords)) return 0;
  const std::size_t to = chain.groups_of(0, kCitizenDigits);
  return to > 0 ? to : chain.groups_of(0, kOldCitizenDigits);
}

/// Behind the groups from `from` on that are a piece, which is added; `from` where they are none.
std::size_t take(const Chain& chain, std::size_t from, std::vector<Piece>& pieces) {
  Kind kind = Kind::citizen_number;
  std::size_t to = from == 0 ? named_citizen_number(chain) : from;
  if (to == from) {
    kind = Kind::mobile_number;
    to = mobile_number(chain, from);
  }
  if (to == from) {
    kind = Kind::citizen_number;
    if (is_unbroken_citizen_number(chain, from)) to = from + 1;
    if (from == 0 && is_grouped_citizen_number(chain)) to = chain.size();
  }
  if (to == from) return from;
  const bool plus = kind == Kind::mobile_number && before_or_space(chain.text(), chain[from].begin) == '+';
  pieces.push_back({kind, chain[from].begin - (plus ? 1 : 0), chain[to - 1].end, {}});
  return to;
}

}  // namespace

bool is_heading_of_citizens(std::string_view heading) {
  for (std::size_t at = 0; at < heading.size(); ++at) {
    if (word_after(heading, at, kCitizenWords) != at && !word_ends_at(heading, at)) return true;
  }
  return false;
}

std::size_t find_numbers(std::string_view text, std::size_t digit, std::vector<Piece>& pieces) {
  const Chain chain(text, digit);
  if (chain.digits() < kOldCitizenDigits) return chain.back().end;
  // A chain that is full may go on: what begins in its second half is left to the next one.
  const std::size_t end = chain.full() ? kMaxGroups / 2 : chain.size();
  std::size_t from = 0;
  while (from < end) {
    const std::size_t to = take(chain, from, pieces);
    from = to == from ? from + 1 : to;
  }
  return chain.full() && from < chain.size() ? chain[from].begin : chain.back().end;
}

}  // namespace thidua::rules::personal
