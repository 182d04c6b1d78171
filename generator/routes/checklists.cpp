#include "routes/checklists.hpp"

#include <algorithm>
#include <set>

#include "routes/routes.hpp"

namespace thidua::routes {
namespace {

bool named(const model::Units& units, const model::Site& site, model::UnitIndex unit) {
  return std::ranges::any_of(units, [&](model::UnitIndex one) { return one == unit || one == site.units[unit].block; });
}

Checklist checklist_of(const model::Site& site, std::size_t position, model::UnitIndex unit) {
  const model::Campaign& campaign = site.campaigns[position];
  Checklist out{.campaign = position, .unit = unit, .milestones = {}, .duties = {}};
  for (std::size_t i = 0; i < campaign.milestones.size(); ++i) {
    if (named(campaign.milestones[i].who, site, unit)) out.milestones.push_back(i);
  }
  for (std::size_t i = 0; i < campaign.duties.size(); ++i) {
    if (named(campaign.duties[i].who, site, unit)) out.duties.push_back(i);
  }
  return out;
}

}  // namespace

Checklists::Checklists(const model::Site& site) {
  for (std::size_t c = 0; c < site.campaigns.size(); ++c) {
    std::set<model::UnitIndex> acting;
    for (const model::Milestone& milestone : site.campaigns[c].milestones)
      acting.insert(milestone.who.begin(), milestone.who.end());
    for (const model::UnitIndex unit : acting) {
      by_unit_.emplace(std::pair(c, unit), all_.size());
      all_.push_back(checklist_of(site, c, unit));
    }
  }
}

const Checklist* Checklists::of_unit(const model::Site& site, std::size_t campaign, model::UnitIndex unit) const {
  auto at = by_unit_.find({campaign, unit});
  if (at == by_unit_.end() && site.units[unit].block) at = by_unit_.find({campaign, *site.units[unit].block});
  return at == by_unit_.end() ? nullptr : &all_[at->second];
}

std::string checklist_url(const model::Site& site, const Checklist& checklist) {
  return campaign_url(site.campaigns[checklist.campaign]) + "viec-can-lam/" + site.units[checklist.unit].id + "/";
}

}  // namespace thidua::routes
