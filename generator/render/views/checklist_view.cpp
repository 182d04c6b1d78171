#include "render/views/checklist_view.hpp"

#include <algorithm>
#include <vector>

#include "render/views/schedule_view.hpp"

namespace thidua::render {
namespace {

/// Whether a dossier is for a round that one of the deadlines for proposals is for. Where either names no round, it is
/// for all.
bool is_due(const model::Campaign& campaign, const routes::Checklist& checklist, const model::Dossier& dossier) {
  return std::ranges::any_of(checklist.milestones, [&](std::size_t position) {
    const model::Milestone& milestone = campaign.milestones[position];
    if (milestone.kind != model::MilestoneKind::dossier) return false;
    return milestone.rounds.empty() || dossier.rounds.empty() ||
           std::ranges::find_first_of(milestone.rounds, dossier.rounds) != milestone.rounds.end();
  });
}

}  // namespace

View checklist_view(const CampaignContext& c, const routes::Checklist& checklist) {
  Schedule schedule;
  for (const std::size_t i : checklist.milestones) schedule.add(c, c.campaign.milestones[i]);
  View papers = list();
  for (const model::Dossier& dossier : c.campaign.dossiers) {
    if (is_due(c.campaign, checklist, dossier)) append(papers, dossier_view(c, dossier));
  }
  View duties = list();
  for (const std::size_t i : checklist.duties) {
    const model::Duty& duty = c.campaign.duties[i];
    const bool listed = duty.milestone && std::ranges::binary_search(checklist.milestones, *duty.milestone);
    if (!listed) append(duties, duty_view(c, duty));
  }
  View view;
  view["campaign"] = campaign_card(c.site, c.campaign, c.words);
  view["unit"] = c.words.unit_links({checklist.unit});
  view["schedule"] = schedule.take();
  view["has_duties"] = duties.is_filled_list();
  view["duties"] = std::move(duties);
  view["has_papers"] = papers.is_filled_list();
  view["papers"] = std::move(papers);
  return view;
}

View campaign_checklists(const model::Site& site, const routes::Checklists& checklists, std::size_t campaign) {
  View out = list();
  for (const routes::Checklist& one : checklists.all()) {
    if (one.campaign == campaign)
      append(out, object("text", borrow(site.units[one.unit].name), "href", routes::checklist_url(site, one)));
  }
  return out;
}

View unit_checklists(const model::Site& site, const routes::Checklists& checklists, const UnitConcerns& concerns,
                     model::UnitIndex unit) {
  View out = list();
  for (const UnitConcerns::InCampaign& concern : concerns.of(unit)) {
    if (const routes::Checklist* one = checklists.of_unit(site, concern.campaign, unit))
      append(out, object("text", borrow(site.campaigns[one->campaign].short_title), "href",
                         routes::checklist_url(site, *one)));
  }
  return out;
}

}  // namespace thidua::render
