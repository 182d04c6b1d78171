#include "routes/machine_files.hpp"

#include <algorithm>
#include <iterator>

#include "model/schedule/occurrence.hpp"

namespace thidua::routes {
namespace {

using model::Site;
using model::UnitIndex;
using Refs = std::vector<MilestoneRef>;

Refs dated_milestones(const Site& site) {
  Refs out;
  for (std::size_t c = 0; c < site.campaigns.size(); ++c) {
    for (std::size_t m = 0; m < site.campaigns[c].milestones.size(); ++m) {
      if (!occurrences(site.campaigns[c].milestones[m]).empty()) out.push_back({c, m});
    }
  }
  return out;
}

/// What a unit has to meet itself, and through its block.
Refs with_block(const Site& site, UnitIndex unit, const std::vector<Refs>& own) {
  const auto& block = site.units[unit].block;
  if (!block) return own[unit];
  Refs out;
  std::set_union(own[unit].begin(), own[unit].end(), own[*block].begin(), own[*block].end(), std::back_inserter(out));
  return out;
}

}  // namespace

Calendars::Calendars(const Site& site) : by_campaign_(site.campaigns.size()), by_unit_(site.units.size()) {
  Refs all = dated_milestones(site);
  if (all.empty()) return;
  files_.push_back({"lich/tat-ca.ics", {}, {}, std::move(all)});
  add_campaigns(site);
  add_units(site);
}

void Calendars::add_campaigns(const Site& site) {
  const Refs all = files_.front().milestones;
  for (const MilestoneRef& ref : all) {
    std::size_t& at = by_campaign_[ref.campaign];
    if (at == 0) {
      at = files_.size();
      files_.push_back({"lich/" + site.campaigns[ref.campaign].id + ".ics", ref.campaign, {}, {}});
    }
    files_[at].milestones.push_back(ref);
  }
}

void Calendars::add_units(const Site& site) {
  std::vector<Refs> own(site.units.size());
  for (const MilestoneRef& ref : files_.front().milestones) {
    for (const UnitIndex unit : site.campaigns[ref.campaign].milestones[ref.milestone].who) {
      if (own[unit].empty() || own[unit].back() != ref) own[unit].push_back(ref);
    }
  }
  for (UnitIndex unit = 0; unit < own.size(); ++unit) {
    if (own[unit].empty()) continue;
    by_unit_[unit] = files_.size();
    files_.push_back({"lich/don-vi/" + site.units[unit].id + ".ics", {}, unit, with_block(site, unit, own)});
  }
}

const CalendarFile* Calendars::of_campaign(std::size_t campaign) const {
  return by_campaign_[campaign] == 0 ? nullptr : &files_[by_campaign_[campaign]];
}

const CalendarFile* Calendars::of_unit(const Site& site, UnitIndex unit) const {
  if (by_unit_[unit] != 0) return &files_[by_unit_[unit]];
  const auto& block = site.units[unit].block;
  return block && by_unit_[*block] != 0 ? &files_[by_unit_[*block]] : nullptr;
}

}  // namespace thidua::routes
