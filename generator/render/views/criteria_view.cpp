// The criteria of a campaign, and beside each target what was reached.
#include <algorithm>

#include "render/views/campaign_view.hpp"
#include "rules/attainment_state.hpp"

namespace thidua::render {
namespace {

using rules::Attainment;
using rules::Reached;
using rules::TargetYear;

/// {value, met, date, source}
View reached_view(const CampaignContext& c, const model::Target& target, const Reached& reached) {
  const model::Attained& attained = *reached.attained;
  return object("value", c.words.amount(attained.value, target.unit), "met", reached.met, "date",
                c.words.date_view(attained.date), "source", attained.source);
}

View unit_view(const CampaignContext& c, const model::Target& target, const Reached& reached) {
  View view = reached_view(c, target, reached);
  view["unit"] = c.words.unit_links({*reached.attained->unit});
  return view;
}

View year_view(const CampaignContext& c, const model::Target& target, const TargetYear& year) {
  const auto met = std::count_if(year.units.begin(), year.units.end(), [](const Reached& r) { return r.met; });
  return object("year", std::to_string(year.year), "reported", year.reported(), "whole",
                year.whole.reported() ? reached_view(c, target, year.whole) : View(false), "units",
                list_of(year.units, [&](const Reached& r) { return unit_view(c, target, r); }), "has_units",
                !year.units.empty(), "units_count", std::to_string(year.units.size()), "units_met",
                std::to_string(met));
}

/// What was reached of a target, the latest year first; false where nothing of the campaign is published.
View attainment_view(const CampaignContext& c, const Attainment& attainment, std::size_t criterion,
                     std::size_t position) {
  const auto at = attainment.find({criterion, position});
  if (at == attainment.end()) return false;
  const model::Target& target = c.campaign.criteria[criterion].targets[position];
  return object("years", list_of(at->second, [&](const TargetYear& year) { return year_view(c, target, year); }));
}

/// How many targets were met, not met and not reported in the latest year, each false where it is none; false
/// altogether where nothing is published.
View latest_view(const Attainment& attainment) {
  if (attainment.empty()) return false;
  int met = 0, not_met = 0, not_reported = 0;
  for (const auto& [target, years] : attainment)
    ++(!years.front().reported() ? not_reported : years.front().met() ? met : not_met);
  const auto number = [](int count) { return count == 0 ? View(false) : View(std::to_string(count)); };
  return object("year", std::to_string(attainment.begin()->second.front().year), "met", number(met), "not_met",
                number(not_met), "not_reported", number(not_reported));
}

class Groups {
 public:
  Groups(const CampaignContext& c, const Attainment& attainment) : c_(c), attainment_(attainment) {}

  /// The criteria of a group; of none, where it is absent.
  void add(View name, View clauses, std::optional<std::size_t> group) {
    View items = list();
    for (std::size_t i = 0; i < c_.campaign.criteria.size(); ++i) {
      if (c_.campaign.criteria[i].group != group) continue;
      append(items, criterion_view(c_, c_.campaign.criteria[i],
                                   [&](std::size_t t) { return attainment_view(c_, attainment_, i, t); }));
    }
    if (!items.is_filled_list()) return;
    append(groups_, object("name", std::move(name), "clauses", std::move(clauses), "criteria", std::move(items)));
  }

  View take() { return std::move(groups_); }

 private:
  const CampaignContext& c_;
  const Attainment& attainment_;
  View groups_ = list();
};

}  // namespace

View criteria(const CampaignContext& c) {
  const Attainment attainment = rules::attainment_of(c.campaign);
  Groups groups(c, attainment);
  groups.add(false, list(), std::nullopt);
  for (std::size_t g = 0; g < c.campaign.criteria_groups.size(); ++g) {
    const model::CriteriaGroup& group = c.campaign.criteria_groups[g];
    groups.add(group.name, c.words.clause_links(c.campaign, group.clauses), g);
  }
  std::size_t targets = 0;
  for (const model::Criterion& criterion : c.campaign.criteria) targets += criterion.targets.size();
  return object("groups", groups.take(), "has_criteria", !c.campaign.criteria.empty(), "criteria_count",
                std::to_string(c.campaign.criteria.size()), "target_count", std::to_string(targets), "has_targets",
                targets > 0, "latest", latest_view(attainment));
}

}  // namespace thidua::render
