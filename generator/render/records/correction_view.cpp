#include "render/records/correction_view.hpp"

#include <algorithm>

#include "render/records/correction_words.hpp"

namespace thidua::render {
namespace {

using model::Correction;
using routes::PageKind;

View value_view(const CampaignContext& c, const SiteIndex& index, const Correction& correction,
                const std::optional<std::string>& value) {
  return value ? View(value_words(c, index, correction.field, *value)) : View(false);
}

View decision_text(const Words& words, const Correction& correction) {
  if (correction.decision_number.empty()) return false;
  if (!correction.decision_date) return words.fill("correction.decision", {{"number", correction.decision_number}});
  return words.fill("correction.dated_decision",
                    {{"number", correction.decision_number}, {"date", words.date(*correction.decision_date)}});
}

/// What was corrected, and where it stands.
struct Subject {
  std::string name, href;
};

Subject subject_of(const CampaignContext& c, const Correction& correction, const model::Result& result) {
  const auto award = std::find_if(result.awards.begin(), result.awards.end(),
                                  [&](const model::Award& a) { return a.id == correction.of; });
  if (award != result.awards.end())
    return {recipient_name(c.site, *award), routes::award_url(c.campaign, result, *award)};
  const bool decision = correction.of == "decision";
  const std::string& number = result.decision.number;
  return {c.words.fill(decision ? "correction.of_decision" : "correction.of_withdrawn", {{"number", number}}),
          routes::campaign_part_url(c.campaign, PageKind::results) + "#" + routes::result_anchor(result)};
}

Subject subject_of(const CampaignContext& c, const SiteIndex& index, const Correction& correction,
                   const model::ScoreTable& table) {
  const auto unit = index.unit(correction.of);
  std::string name = unit ? c.site.units[*unit].name : correction.of;
  if (correction.of == "scores") name = c.words.fill("correction.of_scores", {{"year", std::to_string(table.year)}});
  return {std::move(name),
          routes::campaign_part_url(c.campaign, PageKind::ranking) + "#" + routes::year_anchor(table.year)};
}

View correction_view(const CampaignContext& c, const SiteIndex& index, const Correction& correction, Subject subject) {
  return object("date", c.words.date_view(correction.date), "reason", correction.reason, "decision",
                decision_text(c.words, correction), "subject", std::move(subject.name), "subject_href",
                std::move(subject.href), "field", field_words(c, correction.field), "before",
                value_view(c, index, correction, correction.before), "after",
                value_view(c, index, correction, correction.after));
}

/// Newest first; those of one day in the order of the file.
template <class Record, class Make>
View newest_first(const Record& record, Make make) {
  std::vector<const Correction*> all;
  for (const Correction& correction : record.corrections) all.push_back(&correction);
  std::stable_sort(all.begin(), all.end(),
                   [](const Correction* a, const Correction* b) { return a->date.last_day() > b->date.last_day(); });
  return list_of(all, [&](const Correction* correction) { return make(*correction); });
}

}  // namespace

std::string recipient_name(const model::Site& site, const model::Award& award) {
  return award.name.empty() ? site.units[award.unit].name : award.name;
}

View corrections_of(const CampaignContext& c, const SiteIndex& index, const model::Result& result) {
  return newest_first(result, [&](const Correction& correction) {
    return correction_view(c, index, correction, subject_of(c, correction, result));
  });
}

View corrections_of(const CampaignContext& c, const SiteIndex& index, const model::ScoreTable& table) {
  return newest_first(table, [&](const Correction& correction) {
    return correction_view(c, index, correction, subject_of(c, index, correction, table));
  });
}

View logged_correction(const model::Site& site, const SiteIndex& index, const routes::LoggedCorrection& logged,
                       const Words& words) {
  const CampaignContext c{site, site.campaigns[logged.campaign], words};
  View view;
  if (logged.of_scores) {
    const model::ScoreTable& table = c.campaign.scores[logged.record];
    const Correction& correction = table.corrections[logged.correction];
    view = correction_view(c, index, correction, subject_of(c, index, correction, table));
    view["record"] = words.fill("correction.of_scores", {{"year", std::to_string(table.year)}});
  } else {
    const model::Result& result = c.campaign.results[logged.record];
    const Correction& correction = result.corrections[logged.correction];
    view = correction_view(c, index, correction, subject_of(c, correction, result));
    view["record"] = words.fill("correction.of_result", {{"number", result.decision.number}});
  }
  view["campaign"] = c.campaign.short_title;
  view["campaign_href"] = routes::campaign_url(c.campaign);
  view["illustrative"] = c.campaign.illustrative;
  return view;
}

}  // namespace thidua::render
