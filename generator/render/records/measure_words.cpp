#include "render/records/measure_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace thidua::render {
namespace {

using rules::Bound;
using rules::Finding;
using rules::Item;
using rules::RuleId;

/// Longer lists are cut: who may compete may be half a province.
constexpr std::size_t kMostItems = 6;

constexpr std::array<const char*, 12> kBounds = {"none",   "exact", "at_least", "more_than", "at_most", "less_than",
                                                 "before", "by",    "within",   "on",        "after",   "one_of"};

/// What a name or number is that a rule found or asks for; empty: it speaks for itself.
const char* words_key(RuleId rule) {
  switch (rule) {
    case RuleId::registered_contents:
      return "audit_item.contents";
    case RuleId::registered_targets:
      return "audit_item.targets";
    case RuleId::dossier_copies:
      return "audit_item.copies";
    case RuleId::round_named:
      return "audit_item.year";
    case RuleId::one_award:
    case RuleId::one_body:
    case RuleId::not_both:
    case RuleId::not_awarded:
      return "audit_item.decision";
    case RuleId::index_streak:
      return "audit_item.years_in_a_row";
    default:
      return "";
  }
}

/// Words one item of a measure.
struct ItemWords {
  const CampaignContext& c;
  RuleId rule;

  std::string operator()(const rules::Amount& amount) const {
    std::string value = c.words.amount(amount.spelling, amount.unit);
    if (!amount.year) return value;
    return c.words.fill("audit_item.of_year", {{"year", std::to_string(*amount.year)}, {"value", value}});
  }
  std::string operator()(const rules::Rank& rank) const {
    return c.words.fill(rank.tied ? "audit_item.rank_tied" : "audit_item.rank",
                        {{"place", std::to_string(rank.place)}});
  }
  std::string operator()(const rules::CountedRank& counted) const {
    return c.words.fill("audit_item.counted_rank", {{"rank", (*this)(counted.rank)},
                                                    {"units", c.words.unit_names(counted.freed_by)},
                                                    {"form", c.campaign.award_forms[counted.award_form].name}});
  }
  std::string operator()(const rules::UnitName& unit) const { return c.site.units[unit.unit].name; }
  std::string operator()(const rules::FormName& form) const { return c.campaign.award_forms[form.award_form].name; }
  std::string operator()(const rules::RatingName& rating) const { return c.words.name("rating", rating.rating); }
  std::string operator()(const rules::Words& text) const {
    const char* key = words_key(rule);
    return *key == '\0' ? text.text : c.words.fill(key, {{"value", text.text}});
  }
  std::string operator()(const model::Date& date) const { return c.words.date(date); }
};

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

std::vector<std::string> worded(const CampaignContext& c, RuleId rule, const std::vector<Item>& items) {
  std::vector<std::string> out;
  const std::size_t shown = items.size() > kMostItems ? kMostItems - 1 : items.size();
  for (std::size_t i = 0; i < shown; ++i) out.push_back(std::visit(ItemWords{c, rule}, items[i]));
  if (shown < items.size())
    out.push_back(c.words.fill("audit_item.more", {{"count", std::to_string(items.size() - shown)}}));
  return out;
}

/// A count of an attestation: of years where it is about a rating, else of initiatives.
std::string attested_count(const CampaignContext& c, const std::vector<Item>& items, const std::string& count) {
  const bool rating = std::any_of(items.begin(), items.end(),
                                  [](const Item& item) { return std::holds_alternative<rules::RatingName>(item); });
  return c.words.fill(rating ? "audit_item.years_in_a_row" : "audit_item.initiatives", {{"value", count}});
}

/// Levels of an attestation, or of a threshold that holds for several years: the bound is that of the amount alone.
std::string required_levels(const CampaignContext& c, const Finding& finding) {
  std::vector<std::string> out;
  for (const Item& item : finding.required.items) {
    const auto* count = std::get_if<rules::Words>(&item);
    std::string text = count != nullptr && finding.rule == RuleId::attested
                           ? attested_count(c, finding.required.items, count->text)
                           : std::visit(ItemWords{c, finding.rule}, item);
    const bool bounded = std::holds_alternative<rules::Amount>(item);
    out.push_back(bounded ? bound_words(c.words, finding.required.bound, text) : std::move(text));
  }
  return joined(out);
}

/// Levels that were attested, then who attested them and when.
std::string found_attestation(const CampaignContext& c, const std::vector<Item>& items) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i + 2 < items.size(); ++i) {
    const auto* count = std::get_if<rules::Words>(&items[i]);
    out.push_back(count != nullptr ? attested_count(c, items, count->text)
                                   : std::visit(ItemWords{c, RuleId::attested}, items[i]));
  }
  if (items.size() >= 2) {
    const ItemWords words{c, RuleId::attested};
    out.push_back(c.words.fill("audit_item.attested", {{"by", std::visit(words, items[items.size() - 2])},
                                                       {"date", std::visit(words, items.back())}}));
  }
  return joined(out);
}

}  // namespace

std::string bound_words(const Words& words, Bound bound, const std::string& value) {
  if (bound == Bound::none) return value;
  return words.fill("audit_bound." + std::string(kBounds[static_cast<std::size_t>(bound)]), {{"value", value}});
}

std::string required_words(const CampaignContext& c, const Finding& finding) {
  const auto& [bound, items] = finding.required;
  if (items.empty()) return {};
  if (finding.rule == RuleId::attested || finding.rule == RuleId::index_streak) return required_levels(c, finding);
  const auto* from = std::get_if<model::Date>(items.data());
  const auto* to = std::get_if<model::Date>(&items.back());
  if (bound == Bound::within && items.size() == 2 && from != nullptr && to != nullptr)
    return c.words.period({*from, *to});
  const std::string value = joined(worded(c, finding.rule, items));
  return bound == Bound::one_of && items.size() == 1 ? value : bound_words(c.words, bound, value);
}

std::string found_words(const CampaignContext& c, const Finding& finding) {
  const std::vector<Item>& items = finding.found.items;
  if (items.empty()) return {};
  if (finding.rule == RuleId::attested) return found_attestation(c, items);
  std::vector<std::string> parts = worded(c, finding.rule, items);
  const auto* mean = finding.rule == RuleId::index_mean ? std::get_if<rules::Amount>(items.data()) : nullptr;
  if (mean != nullptr && !mean->year) parts.front() = c.words.fill("audit_item.mean", {{"value", parts.front()}});
  return joined(parts);
}

}  // namespace thidua::render
