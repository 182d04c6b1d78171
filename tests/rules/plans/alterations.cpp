#include "rules/plans/alterations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "model/date.hpp"
#include "model/vocabulary.hpp"

namespace thidua::testing {
namespace {

using content::Member;
using content::Value;

constexpr std::array<std::string_view, 7> kParts = {"period",     "rounds",   "quotas",    "standards",
                                                    "conditions", "dossiers", "milestones"};
/// Words, references and places of text: nothing that can be more or less.
constexpr std::array<std::string_view, 4> kWords = {"text", "clause", "mentions", "name"};

Value number(double value) { return {Value::Number{fmt::format("{}", value)}, content::Position()}; }
Value text(std::string value) { return {std::move(value), content::Position()}; }

model::Date moved(model::Date date, int units) {
  using std::chrono::days;
  const auto shifted = date.first_day() + days(units);
  const std::chrono::year_month_day ymd(shifted);
  if (date.precision == model::Precision::year) date.year += units;
  if (date.precision == model::Precision::quarter) {
    const int index = date.year * 4 + date.quarter - 1 + units;
    date.year = index / 4;
    date.quarter = index % 4 + 1;
  }
  if (date.precision == model::Precision::month) {
    const int index = date.year * 12 + date.month - 1 + units;
    date.year = index / 12;
    date.month = index % 12 + 1;
  }
  if (date.precision == model::Precision::day) {
    date.year = static_cast<int>(ymd.year());
    date.month = static_cast<int>(static_cast<unsigned>(ymd.month()));
    date.day = static_cast<int>(static_cast<unsigned>(ymd.day()));
  }
  return date;
}

/// As many units of its own precision as may be needed to leave a period of five years, the nearest first.
std::vector<int> steps_of(model::Precision precision) {
  constexpr int kYears = 6;
  switch (precision) {
    case model::Precision::day:
      return {1, 30, 365, 2 * 365, kYears * 365};
    case model::Precision::month:
      return {1, 12, 24, kYears * 12};
    default:
      break;
  }
  std::vector<int> out(static_cast<std::size_t>(precision == model::Precision::quarter ? kYears * 4 : kYears));
  std::iota(out.begin(), out.end(), 1);
  return out;
}

std::vector<Value> other_dates(const model::Date& date) {
  std::vector<Value> out;
  for (const int step : steps_of(date.precision)) {
    for (const int units : {step, -step}) out.push_back(text(to_string(moved(date, units))));
  }
  return out;
}

/// 03-15, 03, Q4 of a yearly rule, by way of a year that has such a day.
std::vector<Value> other_days(const std::string& day) {
  std::vector<Value> out;
  for (const int units : {1, -1}) {
    const std::string moved_to = to_string(moved(model::parse_date("2023-" + day).value(), units));
    if (moved_to.starts_with("2023-")) out.push_back(text(moved_to.substr(5)));
  }
  return out;
}

/// The other words of an enumeration, those next to it first.
template <class E>
std::vector<Value> other_words(const std::string& word) {
  constexpr auto kNames = model::names_of<E>();
  const auto at = model::named<E>(word);
  std::vector<Value> out;
  for (std::size_t distance = 1; at && distance < kNames.size(); ++distance) {
    const auto is = static_cast<std::size_t>(*at);
    if (is + distance < kNames.size()) out.push_back(text(std::string(kNames[is + distance])));
    if (is >= distance) out.push_back(text(std::string(kNames[is - distance])));
  }
  return out;
}

/// The one that differs in strictness alone first.
std::vector<Value> other_comparators(const std::string& word) {
  static const std::map<std::string, std::string> kTwins = {
      {"at_least", "more_than"}, {"more_than", "at_least"}, {"at_most", "less_than"}, {"less_than", "at_most"}};
  std::vector<Value> out = other_words<model::Comparator>(word);
  if (const auto twin = kTwins.find(word); twin != kTwins.end()) out.insert(out.begin(), text(twin->second));
  return out;
}

/// How a number is bounded, or whether a date is strict: `is` of a number or of a date.
std::vector<Value> other_bounds(const std::string& word) {
  if (word == "all_who_qualify") return {text("not_stated")};
  if (word == "before") return {text("by")};
  return other_comparators(word);
}

std::vector<Value> candidates(std::string_view key, const Value& value) {
  if (value.is_number()) {
    const double is = value.as_number().value();
    return {number(is + 1), number(is - 1), number(is + 10), number(is - 10)};
  }
  if (!value.is_string()) return {};
  const std::string& word = value.as_string();
  if (key == "in" && word != "year") return other_days(word);
  if (key == "rating") return other_words<model::Rating>(word);
  if (key == "is") return other_bounds(word);
  if (key == "comparator") return other_comparators(word);
  const auto date = model::parse_date(word);
  return date ? other_dates(*date) : std::vector<Value>();
}

class Walker {
 public:
  void visit(const Value& value, std::string_view key, const std::string& path) {
    if (value.is_object()) {
      std::size_t i = 0;
      for (const Member& member : value.as_object()) {
        const bool words = std::find(kWords.begin(), kWords.end(), member.key) != kWords.end();
        if (!words) step(i, member.value, member.key, path + "." + member.key);
        ++i;
      }
    } else if (value.is_array()) {
      for (std::size_t i = 0; i < value.as_array().size(); ++i)
        step(i, value.as_array()[i], key, path + fmt::format("[{}]", i));
    } else if (auto others = candidates(key, value); !others.empty()) {
      found_.push_back({path, steps_, spelling(value), std::move(others)});
    }
  }

  void step(std::size_t position, const Value& value, std::string_view key, const std::string& path) {
    steps_.push_back(position);
    visit(value, key, path);
    steps_.pop_back();
  }

  std::vector<Alterable> take() { return std::move(found_); }

 private:
  std::vector<std::size_t> steps_;
  std::vector<Alterable> found_;
};

}  // namespace

std::vector<Alterable> alterable_values(const Value& campaign) {
  Walker walker;
  for (std::size_t i = 0; i < campaign.as_object().size(); ++i) {
    const Member& member = campaign.as_object()[i];
    const bool wanted = std::find(kParts.begin(), kParts.end(), member.key) != kParts.end();
    if (wanted) walker.step(i, member.value, member.key, member.key);
  }
  return walker.take();
}

void alter(Value& campaign, const Alterable& what, const Value& to) {
  Value* at = &campaign;
  for (const std::size_t step : what.steps) at = at->is_object() ? &at->as_object()[step].value : &at->as_array()[step];
  *at = to;
}

std::string spelling(const Value& value) { return value.is_number() ? value.as_number().spelling : value.as_string(); }

}  // namespace thidua::testing
