// Values of the model in the reader's words. The words themselves are the theme's.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/text.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"
#include "render/theme.hpp"
#include "render/view.hpp"

namespace thidua::render {

/// What a tel: link takes of a telephone number: its digits, and a plus sign first.
std::string dialled(std::string_view phone);

class Words {
 public:
  Words(const Strings& strings, const model::Site& site, Diagnostics& diagnostics)
      : strings_(strings), site_(site), diagnostics_(diagnostics) {}

  std::string get(std::string_view key) const { return strings_.get(key, diagnostics_); }
  /// `{name}` in the theme's string is replaced by the value after "name".
  std::string fill(std::string_view key, std::initializer_list<std::pair<std::string_view, std::string>> values) const;
  /// The word for a value of an enumeration: key "duty" and DutyKind::report give the string duty.report.
  template <class E>
  std::string name(std::string_view key, E value) const {
    return get(std::string(key) + "." + std::string(model::name_of(value)));
  }

  /// The official form: ngày 05 tháng 02 năm 2025; tháng 3 năm 2022; Quý IV năm 2023; năm 2025.
  std::string date(const model::Date& date) const;
  /// {text, machine}: the words, and what a <time> element's datetime takes (false for a quarter, which HTML cannot
  /// say).
  View date_view(const model::Date& date) const;
  View date_view(const std::optional<model::Date>& date) const { return date ? date_view(*date) : View(false); }
  /// 93.5 -> 93,5; 1234 -> 1.234; 2/3 stays.
  std::string number(std::string_view spelling) const;
  /// A number with its unit, which may be empty: 93,5%, 12 wards.
  std::string amount(std::string_view spelling, std::string_view unit) const;
  /// "at most 3", "all who qualify", "delegated to …".
  std::string count(const model::GivenNumber& given) const;
  /// Whom the plan leaves it to, and what it refers to; either may be empty. `key` is that of the strings: count, when.
  std::string delegated(std::string_view key, const model::Units& to, const std::string& by) const;
  /// A target's or check's bound with its unit, which may be empty: "at least 90%", "exactly 12 wards".
  std::string bound(model::Comparator comparator, std::string_view spelling, std::string_view unit) const;
  /// "from 2021 to 2025", "from March 2022 to 31 December 2022"; one date where both ends are the same.
  std::string period(const model::Period& period) const;
  /// "section IV.1.2.a", "section I, item 2", "preamble, paragraph 1".
  const std::string& clause_label(std::string_view path) const;

  /// What a portal calls itself from which something was taken in; empty for our own.
  std::string_view origin(content::OriginIndex index) const {
    const content::Origin* found = site_.origin(index);
    return found == nullptr ? std::string_view() : std::string_view(found->name);
  }
  /// {name, authority, url, day (date or false)}, or false for our own.
  View origin_view(const content::Origin* origin) const;

  std::string topic(std::string_view id) const { return site_.info.topic_name(id); }
  /// Names, joined by commas.
  std::string unit_names(const model::Units& units) const;
  /// [{name, href}]
  View unit_links(const model::Units& units) const;
  /// "section IV.1.2.a", of another document than the plan with its name.
  std::string clause_name(const model::Campaign& campaign, const model::ClauseRef& clause) const;
  /// [{label, href}] for each clause.
  View clause_links(const model::Campaign& campaign, const model::Clauses& clauses) const;

 private:
  std::string make_clause_label(std::string_view path) const;

  const Strings& strings_;
  const model::Site& site_;
  Diagnostics& diagnostics_;
  /// Clauses are named over and over, and plans number alike. One thread uses these words.
  mutable std::unordered_map<std::string, std::string, base::TextHash, std::equal_to<>> clause_labels_;
};

}  // namespace thidua::render
