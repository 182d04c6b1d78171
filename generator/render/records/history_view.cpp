#include "render/records/history_view.hpp"

#include <algorithm>
#include <map>

#include "render/charts/sparkline.hpp"
#include "render/records/correction_view.hpp"
#include "render/records/finding_view.hpp"
#include "render/records/record_view.hpp"
#include "render/views/campaign_view.hpp"

namespace thidua::render {
namespace {

using model::UnitIndex;
using routes::PageKind;

/// Entries of several units and campaigns, put in order once all are there.
class Entries {
 public:
  void add(std::chrono::sys_days day, View view) { entries_.emplace_back(day, std::move(view)); }

  /// The latest first; those of one day in the order in which they came.
  View take() {
    std::stable_sort(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    View out = list();
    for (auto& [day, view] : entries_) append(out, std::move(view));
    return out;
  }

 private:
  std::vector<std::pair<std::chrono::sys_days, View>> entries_;
};

class History {
 public:
  History(const model::Site& site, UnitIndex unit, const UnitConcerns& concerns, const rules::Verdicts& verdicts,
          const Words& words)
      : site_(site), unit_(unit), concerns_(concerns), verdicts_(verdicts), words_(words) {}

  void add(UnitIndex unit) {
    entry_unit_ = unit;
    under_ = unit == unit_ ? View(false) : View(site_.units[unit].name);
    for (const auto& entry : concerns_.registrations(unit)) add_registration(entry);
    for (const auto& entry : concerns_.scores(unit)) add_score(entry);
    for (const auto& entry : concerns_.awards(unit)) add_award(entry);
  }

  View take() {
    View view;
    view["registrations"] = registrations_.take();
    view["scores"] = scores_.take();
    view["sparklines"] = sparklines();
    view["awards"] = awards_.take();
    bool any = false;
    for (const auto& [flag, key] : {std::pair("has_registrations", "registrations"), std::pair("has_scores", "scores"),
                                    std::pair("has_awards", "awards")}) {
      const bool filled = view.get(key)->is_filled_list();
      view[flag] = filled;
      any = any || filled;
    }
    view["has_records"] = any;
    return view;
  }

 private:
  void add_registration(const UnitConcerns::Registered& entry) {
    const model::Campaign& campaign = site_.campaigns[entry.campaign];
    const model::Registration& registration = campaign.registrations[entry.registration];
    View view = registration_state_view({site_, campaign, words_}, registration);
    const std::string page = routes::campaign_part_url(campaign, PageKind::registrations);
    view.add("year", registration.year ? View(std::to_string(*registration.year)) : View(false), "date",
             words_.date_view(registration.received), "campaign", campaign.short_title, "href",
             page + "#" + routes::year_anchor(registration.year.value_or(0)), "under", under_, "origin",
             origin(campaign));
    registrations_.add(registration.received.last_day(), std::move(view));
  }

  void add_score(const UnitConcerns::Scored& entry) {
    const model::Campaign& campaign = site_.campaigns[entry.campaign];
    const model::ScoreTable& table = campaign.scores[entry.table];
    const model::Score& score = table.scores[entry.score];
    View view = score_view(words_, score);
    const std::string page = routes::campaign_part_url(campaign, PageKind::ranking);
    view.add("year", std::to_string(table.year), "of", std::to_string(entry.in_block), "block",
             score.block ? View(site_.units[*score.block].name) : View(false), "campaign", campaign.short_title, "href",
             page + "#" + routes::year_anchor(table.year), "under", under_, "origin", origin(campaign));
    scores_.add(model::Date{.year = table.year}.last_day(), std::move(view));
    if (unit_ == entry_unit_) shares_[entry.campaign].push_back({table.year, score.percent()});
  }

  /// A line for each campaign that scored the unit, under its present name, in several years.
  View sparklines() const {
    View out = list();
    for (const auto& [campaign, years] : shares_) {
      View line = sparkline(words_, "diem-" + site_.campaigns[campaign].id, years);
      if (line.is_false()) continue;
      line["campaign"] = borrow(site_.campaigns[campaign].short_title);
      append(out, std::move(line));
    }
    return out;
  }

  void add_award(const UnitConcerns::Awarded& entry) {
    const model::Campaign& campaign = site_.campaigns[entry.campaign];
    const model::Result& result = campaign.results[entry.result];
    const model::Award& award = result.awards[entry.award];
    View view = object("form", campaign.award_forms[award.award_form].name, "campaign", campaign.short_title, "href",
                       routes::award_url(campaign, result, award), "date", words_.date_view(result.decision.date),
                       "name", optional(award.name), "decision_number", result.decision.number, "verdict",
                       verdict_view(words_, verdicts_[entry.campaign][entry.result][entry.award]), "under", under_,
                       "origin", origin(campaign));
    awards_.add(result.decision.date.last_day(), std::move(view));
  }

  /// Whose campaign it is: other portals' may be about our units.
  View origin(const model::Campaign& campaign) const { return borrow_optional(words_.origin(campaign.origin)); }

  const model::Site& site_;
  const UnitIndex unit_;
  const UnitConcerns& concerns_;
  const rules::Verdicts& verdicts_;
  const Words& words_;
  View under_;
  UnitIndex entry_unit_ = 0;                              ///< whose entries are being added
  std::map<std::size_t, std::vector<YearShare>> shares_;  ///< by campaign
  Entries registrations_, scores_, awards_;
};

}  // namespace

View history_view(const model::Site& site, UnitIndex unit, const UnitConcerns& concerns,
                  const rules::Verdicts& verdicts, const Words& words) {
  History history(site, unit, concerns, verdicts, words);
  history.add(unit);
  for (const UnitIndex before : concerns.all_before(unit)) history.add(before);
  return history.take();
}

}  // namespace thidua::render
