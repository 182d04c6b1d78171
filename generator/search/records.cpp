#include "search/records.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "render/json_text.hpp"
#include "render/page_template.hpp"
#include "search/shards.hpp"

namespace thidua::search {

namespace {

using render::append_json_text;

/// How often, each step twice as many as the one before.
constexpr std::string_view kSteps = "0123456789abcdefghijklmnopqrstuvwxyz";

/// A JSON array in the making.
class List {
 public:
  List& text(std::string_view text) { return begin(), append_json_text(text_, text), *this; }
  List& number(long long number) { return json(std::to_string(number)); }
  List& json(std::string_view json) { return begin(), text_ += json, *this; }
  std::string take() { return std::move(text_ += ']'); }

 private:
  void begin() {
    if (text_.size() > 1) text_ += ',';
  }
  std::string text_ = "[";
};

/// Values that are the same for pages in a row: value, length, value, length …
template <class ValueOf>
std::string runs(const std::vector<Page>& pages, ValueOf value_of) {
  List out;
  for (std::size_t i = 0; i < pages.size();) {
    const long long value = value_of(pages[i]);
    std::size_t end = i + 1;
    while (end < pages.size() && value_of(pages[end]) == value) ++end;
    out.number(value).number(static_cast<long long>(end - i));
    i = end;
  }
  return out.take();
}

/// The values that occur get numbers of their own, in the order of the site.
class Numbering {
 public:
  template <class ValueOf>
  Numbering(const std::vector<Page>& pages, ValueOf value_of) {
    for (const Page& page : pages) {
      if (const auto value = value_of(page)) values_.push_back(*value);
    }
    std::sort(values_.begin(), values_.end());
    values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
  }
  long long of(const std::optional<std::size_t>& value) const {
    return value ? std::lower_bound(values_.begin(), values_.end(), *value) - values_.begin() : -1;
  }
  const std::vector<std::size_t>& values() const { return values_; }

 private:
  std::vector<std::size_t> values_;
};

std::string day(const std::optional<model::Date>& date) {
  if (!date) return {};
  const std::chrono::year_month_day d(date->last_day());
  const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(static_cast<int>(d.year())) + '-' + two(static_cast<unsigned>(d.month())) + '-' +
         two(static_cast<unsigned>(d.day()));
}

}  // namespace

std::string records_json(const std::vector<Page>& pages, std::size_t first) {
  List records;
  for (std::size_t i = first; i < std::min(pages.size(), first + kRecordPages); ++i) {
    List record;
    record.text(pages[i].url).text(pages[i].title);
    if (pages[i].date) record.text(day(pages[i].date));
    records.json(record.take());
  }
  return "\"records\":" + records.take();
}

std::string columns_json(const std::vector<Page>& pages) {
  const auto kind = [](const Page& page) { return std::optional(static_cast<std::size_t>(page.kind)); };
  const Numbering kinds(pages, kind);
  List names;
  for (const std::size_t value : kinds.values()) names.text(render::template_of(static_cast<routes::PageKind>(value)));
  return "\"kinds\":" + names.take() +
         ",\"kind_runs\":" + runs(pages, [&](const Page& page) { return kinds.of(kind(page)); }) +
         ",\"year_runs\":" + runs(pages, [](const Page& page) { return page.year(); });
}

std::string campaigns_json(const model::Site& site, const std::vector<Page>& pages) {
  const Numbering campaigns(pages, [](const Page& page) { return page.campaign; });
  List names;
  for (const std::size_t value : campaigns.values()) names.text(site.campaigns[value].short_title);
  return "\"campaigns\":" + names.take() +
         ",\"campaign_runs\":" + runs(pages, [&](const Page& page) { return campaigns.of(page.campaign); });
}

std::string units_json(const model::Site& site, const std::vector<Page>& pages) {
  const Numbering units(pages, [](const Page& page) { return page.unit; });
  List names;
  for (const std::size_t value : units.values()) names.text(site.units[value].name);
  return "\"units\":" + names.take() +
         ",\"unit_runs\":" + runs(pages, [&](const Page& page) { return units.of(page.unit); });
}

std::string topics_json(const model::Site& site, const std::vector<Page>& pages) {
  std::map<std::string_view, std::vector<std::size_t>> topics;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].topics == nullptr) continue;
    for (const std::string& topic : *pages[i].topics) {
      auto& list = topics[topic];
      if (list.empty() || list.back() != i) list.push_back(i);
    }
  }
  List names, lists;
  for (const auto& [topic, list] : topics) {
    names.text(site.info.topic_name(topic));
    List distances;
    std::size_t next = 0;
    for (const std::size_t page : list) {
      distances.number(static_cast<long long>(page - next));
      next = page + 1;
    }
    lists.json(distances.take());
  }
  return "\"topics\":" + names.take() + ",\"topic_pages\":" + lists.take();
}

std::string syllables_json(const Collation& collation) {
  std::vector<std::uint64_t> count_of(collation.syllables.size());
  for (const Term& term : collation.terms) {
    if (term.second == kNoSyllable) count_of[term.first] = term.postings_end - term.postings;
  }
  std::string all;
  std::string often;
  for (const std::uint32_t syllable : misspellable(collation)) {
    if (!all.empty()) all += ' ';
    all += collation.syllables[syllable];
    const auto step = static_cast<std::size_t>(std::bit_width(count_of[syllable]));
    often += kSteps[std::min(step, kSteps.size() - 1)];
  }
  List text;
  text.text(all);
  std::string json = text.take();
  return "\"syllables\":" + json.substr(1, json.size() - 2) + ",\"often\":\"" + often + '"';
}

}  // namespace thidua::search
