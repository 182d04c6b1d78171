// The views of a campaign's pages. Each function gives the members that its template adds to those every page has
// (themes/README.md lists them all).
#pragma once

#include <functional>

#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"
#include "render/markdown.hpp"
#include "render/view.hpp"
#include "render/words.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::render {

/// The verdict of each award: by result and award.
using CampaignVerdicts = rules::Verdicts::value_type;

struct CampaignContext {
  const model::Site& site;
  const model::Campaign& campaign;
  const Words& words;
};

/// `verdicts` are those of the campaign.
View campaign_overview(const CampaignContext& context, const CampaignVerdicts& verdicts);
View plan_text(const CampaignContext& context, const Markdown& markdown, const std::string& root,
               Diagnostics& diagnostics);
View criteria(const CampaignContext& context);
View award_rules(const CampaignContext& context);
View deadlines(const CampaignContext& context);

// Parts that other pages show too.

/// {title, short_title, href, level, issuer, period, begin, end, illustrative}; begin and end are days, 2025-12-31
View campaign_card(const model::Site& site, const model::Campaign& campaign, const Words& words);
/// {id, label, text, audiences, targets, clauses}; `attained` gives what was reached of the target at that position, or
/// false.
View criterion_view(
    const CampaignContext& context, const model::Criterion& criterion,
    const std::function<View(std::size_t)>& attained = [](std::size_t) { return View(false); });
/// {name, kind, years, stated, covers, clauses}
View round_view(const CampaignContext& context, const model::Round& round);
/// What a proposal has to hold, to whom and through whom it goes.
View dossier_view(const CampaignContext& context, const model::Dossier& dossier);
/// {who, with, kinds, text, deadline, clauses}
View duty_view(const CampaignContext& context, const model::Duty& duty);
/// {name, kind, needs_papers, who, to, word, date, text, for_year, after, may_move, changes, campaign, clauses}; `due`
/// is one of the milestone's dates, or null.
View milestone_view(const CampaignContext& context, const model::Milestone& milestone, const model::DueDate* due);

}  // namespace thidua::render
