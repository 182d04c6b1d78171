#include "render/views/unit_view.hpp"

#include <algorithm>

#include "render/articles/article_view.hpp"
#include "render/views/campaign_view.hpp"
#include "render/views/schedule_view.hpp"
#include "routes/routes.hpp"

namespace thidua::render {
namespace {

using model::UnitIndex;
using InCampaign = UnitConcerns::InCampaign;
using Positions = std::vector<std::size_t>;

InCampaign& entry(std::vector<InCampaign>& list, std::size_t campaign) {
  if (list.empty() || list.back().campaign != campaign) list.push_back({.campaign = campaign});
  return list.back();
}

void note(Positions& positions, std::size_t position) {
  if (positions.empty() || positions.back() != position) positions.push_back(position);
}

void add_missing(Positions& to, const Positions& from) {
  to.insert(to.end(), from.begin(), from.end());
  std::sort(to.begin(), to.end());
  to.erase(std::unique(to.begin(), to.end()), to.end());
}

/// The criteria that an audience has to meet: those for it, and those for everybody.
Positions criteria_for(const model::Campaign& campaign, const Positions& audiences) {
  Positions out;
  for (std::size_t i = 0; i < campaign.criteria.size(); ++i) {
    const Positions& named = campaign.criteria[i].audiences;
    const bool meant = named.empty() || std::any_of(named.begin(), named.end(), [&](std::size_t a) {
                         return std::find(audiences.begin(), audiences.end(), a) != audiences.end();
                       });
    if (meant) out.push_back(i);
  }
  return out;
}

/// Whether anything of it is due before the day. What has no date may be.
bool begins_before(const model::When& when, std::chrono::sys_days day) {
  if (!when.dates.empty()) {
    return std::ranges::any_of(when.dates, [&](const model::DueDate& due) { return due.date.last_day() < day; });
  }
  return !when.from || when.from->first_day() < day;
}

/// The name under which a unit that `index` succeeds is told about; false where it is about `index` itself.
View former_name(const model::Site& site, UnitIndex index, const model::Article& article) {
  return *article.unit == index ? View(false) : borrow(site.units[*article.unit].name);
}

}  // namespace

UnitConcerns::UnitConcerns(const model::Site& site)
    : site_(site),
      practices_(site.units.size()),
      exemplars_(site.units.size()),
      direct_(site.units.size()),
      awards_(site.units.size()),
      registrations_(site.units.size()),
      scores_(site.units.size()),
      members_(site.units.size()),
      before_(site.units.size()) {
  for (std::size_t i = 0; i < site.campaigns.size(); ++i) {
    read_plan(i);
    read_records(i);
  }
  const auto gather = [](const auto& articles, std::vector<Positions>& by_unit) {
    for (std::size_t i = 0; i < articles.size(); ++i) {
      if (articles[i].unit) by_unit[*articles[i].unit].push_back(i);
    }
  };
  gather(site.practices, practices_);
  gather(site.exemplars, exemplars_);
  for (UnitIndex i = 0; i < site.units.size(); ++i) {
    if (site.units[i].block) members_[*site.units[i].block].push_back(i);
    if (site.units[i].successor) before_[site.units[i].successor->unit].push_back(i);
  }
}

void UnitConcerns::read_plan(std::size_t position) {
  const model::Campaign& campaign = site_.campaigns[position];
  const auto each = [&](const model::Units& units, auto member, std::size_t part) {
    for (const UnitIndex unit : units) note(entry(direct_[unit], position).*member, part);
  };
  for (std::size_t i = 0; i < campaign.audiences.size(); ++i)
    each(campaign.audiences[i].units, &InCampaign::audiences, i);
  for (std::size_t i = 0; i < campaign.duties.size(); ++i) each(campaign.duties[i].who, &InCampaign::duties, i);
  for (std::size_t i = 0; i < campaign.milestones.size(); ++i) {
    each(campaign.milestones[i].who, &InCampaign::milestones, i);
    each(campaign.milestones[i].to, &InCampaign::milestones, i);
  }
  for (std::size_t i = 0; i < campaign.award_forms.size(); ++i) {
    each(campaign.award_forms[i].grantor.units, &InCampaign::award_forms, i);
  }
}

void UnitConcerns::read_records(std::size_t position) {
  const model::Campaign& campaign = site_.campaigns[position];
  for (std::size_t i = 0; i < campaign.registrations.size(); ++i) {
    registrations_[campaign.registrations[i].unit].push_back({position, i});
  }
  for (std::size_t t = 0; t < campaign.scores.size(); ++t) read_scores(position, t);
  for (std::size_t r = 0; r < campaign.results.size(); ++r) {
    const auto& awards = campaign.results[r].awards;
    for (std::size_t i = 0; i < awards.size(); ++i) awards_[awards[i].unit].push_back({position, r, i});
  }
}

void UnitConcerns::read_scores(std::size_t position, std::size_t table) {
  const std::vector<model::Score>& scores = site_.campaigns[position].scores[table].scores;
  for (auto first = scores.begin(); first != scores.end();) {
    const auto last = std::find_if(first, scores.end(), [&](const model::Score& s) { return s.block != first->block; });
    const auto in_block = static_cast<std::size_t>(last - first);
    for (; first != last; ++first)
      scores_[first->unit].push_back({position, table, static_cast<std::size_t>(first - scores.begin()), in_block});
  }
}

std::vector<UnitIndex> UnitConcerns::all_before(UnitIndex unit) const {
  std::vector<UnitIndex> out = before_[unit];
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (const UnitIndex further : before_[out[i]]) {
      if (std::find(out.begin(), out.end(), further) == out.end() && further != unit) out.push_back(further);
    }
  }
  return out;
}

Positions UnitConcerns::through_time(const std::vector<Positions>& by_unit, UnitIndex unit) const {
  Positions out = by_unit[unit];
  for (const UnitIndex before : all_before(unit)) add_missing(out, by_unit[before]);
  return out;
}

std::vector<InCampaign> UnitConcerns::of(UnitIndex unit) const {
  std::vector<InCampaign> out = of_all_time(unit);
  const auto& successor = site_.units[unit].successor;
  if (!successor) return out;
  const auto until = successor->from.first_day();
  std::erase_if(
      out, [&](const InCampaign& c) { return site_.campaigns[c.campaign].period.range.from.first_day() >= until; });
  for (InCampaign& concern : out) {
    concern.until = until;
    leave_out_later(concern);
  }
  return out;
}

/// Drops the milestones of which nothing is due before the end, and the duties that serve them.
void UnitConcerns::leave_out_later(InCampaign& concern) const {
  const model::Campaign& campaign = site_.campaigns[concern.campaign];
  const auto is_later = [&](std::size_t milestone) {
    return !begins_before(campaign.milestones[milestone].when, *concern.until);
  };
  std::erase_if(concern.milestones, is_later);
  std::erase_if(concern.duties, [&](std::size_t i) {
    const auto& milestone = campaign.duties[i].milestone;
    return milestone && is_later(*milestone);
  });
}

std::vector<InCampaign> UnitConcerns::of_all_time(UnitIndex unit) const {
  std::vector<InCampaign> out = direct_[unit];
  const auto block = site_.units[unit].block;
  if (!block) return out;
  for (const InCampaign& through : direct_[*block]) {
    const auto at =
        std::find_if(out.begin(), out.end(), [&](const InCampaign& own) { return own.campaign == through.campaign; });
    InCampaign& own = at != out.end() ? *at : out.emplace_back(InCampaign{.campaign = through.campaign});
    add_missing(own.duties, through.duties);
    add_missing(own.milestones, through.milestones);
    add_missing(own.audiences, through.audiences);
    add_missing(own.award_forms, through.award_forms);
  }
  std::sort(out.begin(), out.end(), [](const InCampaign& a, const InCampaign& b) { return a.campaign < b.campaign; });
  return out;
}

View unit_card(const model::Site& site, const model::Unit& unit, const Words& words) {
  return object("name", borrow(unit.name), "href", routes::unit_url(unit), "kind", words.name("unit", unit.kind),
                "level", words.name("level", unit.level), "locality", borrow(site.localities[unit.locality].name));
}

View concern_view(const model::Site& site, const InCampaign& concern, const Words& words) {
  const model::Campaign& campaign = site.campaigns[concern.campaign];
  const CampaignContext c{site, campaign, words};
  Schedule schedule;
  for (const std::size_t i : concern.milestones) schedule.add(c, campaign.milestones[i], concern.until);
  const Positions criteria = concern.audiences.empty() ? Positions() : criteria_for(campaign, concern.audiences);
  View view;
  view["campaign"] = campaign_card(c.site, campaign, c.words);
  view["criteria_href"] = routes::campaign_part_url(campaign, routes::PageKind::criteria);
  view["audiences"] = list_of(concern.audiences, [&](std::size_t i) {
    return object("name", borrow(campaign.audiences[i].name), "clauses",
                  c.words.clause_links(campaign, campaign.audiences[i].clauses));
  });
  view["has_audiences"] = !concern.audiences.empty();
  view["duties"] = list_of(concern.duties, [&](std::size_t i) { return duty_view(c, campaign.duties[i]); });
  view["has_duties"] = !concern.duties.empty();
  view["schedule"] = schedule.take();
  view["has_schedule"] = !concern.milestones.empty();
  view["criteria"] = list_of(criteria, [&](std::size_t i) { return criterion_view(c, campaign.criteria[i]); });
  view["has_criteria"] = !criteria.empty();
  view["award_forms"] =
      list_of(concern.award_forms, [&](std::size_t i) { return borrow(campaign.award_forms[i].name); });
  view["has_award_forms"] = !concern.award_forms.empty();
  return view;
}

View unit_page(const model::Site& site, UnitIndex index, const UnitConcerns& concerns, const Words& words,
               const std::function<const std::string&(const InCampaign&)>& html_of) {
  const model::Unit& unit = site.units[index];
  View members = list_of(concerns.members(index), [&](UnitIndex i) { return unit_card(site, site.units[i], words); });
  View before = list_of(concerns.before(index), [&](UnitIndex i) {
    return object("name", site.units[i].name, "href", routes::unit_url(site.units[i]), "until",
                  words.date_view(site.units[i].successor->from));
  });
  View view;
  view["card"] = unit_card(site, unit, words);
  view["block"] = unit.block ? words.unit_links({*unit.block}) : list();
  view["has_block"] = unit.block.has_value();
  view["parent"] = unit.parent ? words.unit_links({*unit.parent}) : list();
  view["has_parent"] = unit.parent.has_value();
  view["has_successor"] = unit.successor.has_value();
  view["successor"] = unit.successor ? words.unit_links({unit.successor->unit}) : list();
  view["successor_from"] = unit.successor ? words.date_view(unit.successor->from) : View(false);
  view["has_members"] = members.is_filled_list();
  view["members"] = std::move(members);
  view["concerns"] = list_of(concerns.of(index), [&](const InCampaign& concern) { return borrow(html_of(concern)); });
  view["has_concerns"] = view["concerns"].is_filled_list();
  view["has_before"] = before.is_filled_list();
  view["before"] = std::move(before);
  const auto add_articles = [&](const char* key, const char* flag, const Positions& positions, auto card_of) {
    view[flag] = !positions.empty();
    view[key] = list_of(positions, card_of);
  };
  add_articles("practices", "has_practices", concerns.practices(index), [&](std::size_t i) {
    const model::Practice& practice = site.practices[i];
    View card = article_card(practice, routes::practice_url(practice), words);
    card["under"] = former_name(site, index, practice);
    return card;
  });
  add_articles("exemplars", "has_exemplars", concerns.exemplars(index), [&](std::size_t i) {
    View card = exemplar_card(site.exemplars[i], words);
    card["under"] = former_name(site, index, site.exemplars[i]);
    return card;
  });
  return view;
}

View unit_list(const model::Site& site, std::size_t first, std::size_t count, const Words& words) {
  View localities = list();
  const std::size_t end = std::min(site.units.size(), first + count);
  for (std::size_t i = first; i < end;) {
    const std::size_t locality = site.units[i].locality;
    View units = list();
    for (; i < end && site.units[i].locality == locality; ++i) append(units, unit_card(site, site.units[i], words));
    append(localities,
           object("name", site.localities[locality].name, "level", words.name("level", site.localities[locality].level),
                  "illustrative", site.localities[locality].illustrative, "units", std::move(units)));
  }
  return localities;
}

}  // namespace thidua::render
