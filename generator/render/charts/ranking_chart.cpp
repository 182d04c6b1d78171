#include "render/charts/ranking_chart.hpp"

#include <algorithm>

#include "render/charts/axis.hpp"
#include "rules/audit/case.hpp"

namespace thidua::render {
namespace {

// Tenths of a letter's size, from the top.
constexpr int kLabel = 15;  // a line for the words of each threshold
constexpr int kRow = 32;    // a name, and below it the bar
constexpr int kName = 12, kBar = 17, kValue = 26;
/// What the bars may take of the width, in percent; the rest is for their values.
constexpr double kBarWidth = 82;

class Thresholds {
 public:
  Thresholds(const CampaignContext& c, std::optional<model::UnitIndex> block, int year)
      : c_(c), block_(block), year_(year) {}

  std::vector<Threshold> collect() {
    for (const model::Standard& standard : c_.campaign.standards) {
      if (names_year(standard.rounds) && for_collectives(standard.recipients)) add(standard.conditions);
    }
    std::sort(found_.begin(), found_.end(), [](const Threshold& a, const Threshold& b) {
      return a.percent != b.percent ? a.percent < b.percent : a.words < b.words;
    });
    found_.erase(
        std::unique(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.words == b.words; }),
        found_.end());
    return std::move(found_);
  }

 private:
  bool names_year(const std::vector<std::size_t>& rounds) const {
    return rounds.empty() || std::any_of(rounds.begin(), rounds.end(), [&](std::size_t i) {
             const std::vector<int>& years = c_.campaign.rounds[i].years;
             return years.empty() || std::find(years.begin(), years.end(), year_) != years.end();
           });
  }

  static bool for_collectives(const std::vector<model::RecipientKind>& kinds) {
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), model::RecipientKind::collective) != kinds.end();
  }

  bool concerns_block(const model::Condition& condition) const {
    return !condition.block || (block_ && rules::belongs(c_.site, *block_, *condition.block));
  }

  void add(const std::vector<model::Condition>& conditions) {
    for (const model::Condition& condition : conditions) {
      if (!concerns_block(condition) || !names_year(condition.rounds) || !for_collectives(condition.recipients))
        continue;
      if (condition.check) add(*condition.check);
      add(condition.conditions);
    }
  }

  void add(const model::Check& check) {
    if (check.kind != model::CheckKind::index || !check.value || !check.unit.starts_with('%')) return;
    const auto comparator = check.comparator.value_or(model::Comparator::at_least);
    found_.push_back({*check.value, c_.words.bound(comparator, check.spelling, check.unit)});
  }

  const CampaignContext& c_;
  std::optional<model::UnitIndex> block_;
  int year_;
  std::vector<Threshold> found_;
};

std::string share_words(const Words& words, const model::Score& score) {
  return words.amount(rules::spelled(score.percent(), score.percent()), "%");
}

/// What the picture shows, for who cannot see it.
std::string description_of(const CampaignContext& c, std::span<const model::Score> scores,
                           const std::vector<Threshold>& thresholds) {
  const auto named = [&](const model::Score& score) {
    return c.site.units[score.unit].name + " " + share_words(c.words, score);
  };
  std::string out = c.words.fill(
      "chart.ranking",
      {{"count", std::to_string(scores.size())}, {"first", named(scores.front())}, {"last", named(scores.back())}});
  for (const Threshold& t : thresholds) out += " " + c.words.fill("chart.threshold", {{"bound", t.words}});
  return out;
}

View bar_view(const CampaignContext& c, const Axis& axis, const model::Score& score, int top) {
  const std::string& name = c.site.units[score.unit].name;
  return object("name", shortened(name), "full_name", borrow(name), "value", share_words(c.words, score), "width",
                percent(axis.at(score.percent())), "name_y", letters(top + kName), "bar_y", letters(top + kBar),
                "value_y", letters(top + kValue));
}

}  // namespace

std::vector<Threshold> thresholds_of(const CampaignContext& context, std::optional<model::UnitIndex> block, int year) {
  return Thresholds(context, block, year).collect();
}

View ranking_chart(const CampaignContext& c, int year, std::span<const model::Score> scores) {
  const Axis axis(100, kBarWidth);
  const std::vector<Threshold> thresholds = thresholds_of(c, scores.front().block, year);
  const int bars_top = static_cast<int>(thresholds.size()) * kLabel;
  const int height = bars_top + static_cast<int>(scores.size()) * kRow;
  View lines = list();
  for (std::size_t i = 0; i < thresholds.size(); ++i) {
    const int top = static_cast<int>(i) * kLabel;
    append(lines, object("text", thresholds[i].words, "x", percent(axis.at(thresholds[i].percent)), "at_left",
                         thresholds[i].percent < 50, "text_y", letters(top + kLabel - 4), "from", letters(top + 3),
                         "to", letters(height)));
  }
  View bars = list();
  for (std::size_t i = 0; i < scores.size(); ++i)
    append(bars, bar_view(c, axis, scores[i], bars_top + static_cast<int>(i) * kRow));
  const std::string block = scores.front().block ? c.site.units[*scores.front().block].id : std::string("tat-ca");
  std::string id = "bieu-do-" + std::to_string(year) + "-" + block;
  std::replace(id.begin(), id.end(), '/', '-');
  return object("id", std::move(id), "description", description_of(c, scores, thresholds), "height", letters(height),
                "lines", std::move(lines), "bars", std::move(bars));
}

}  // namespace thidua::render
