// What the audit found, as readers of the site see it: verdicts in words, and the checks behind them.
#pragma once

#include <vector>

#include "render/views/campaign_view.hpp"
#include "rules/audit/finding.hpp"

namespace thidua::render {

std::string rule_words(const Words& words, rules::RuleId rule);
/// What would be needed to tell.
std::string missing_words(const Words& words, const rules::Missing& missing);

/// {word, state}: the verdict in words, and the name of it that a style sheet can use.
View verdict_view(const Words& words, rules::Verdict verdict);

/// The tree of what was checked, flat as conditions are: [{text, about, verdict, open, required, found, missing,
/// has_missing, logic, opens, closes, clauses}]. Exactly one of `verdict` and `open` is given: the second says that the
/// plan leaves it open, or to whom.
View checks_view(const CampaignContext& context, const std::vector<rules::Finding>& findings);

/// One sentence for those who do not know the plan: how many of its requirements were checked, and with what outcome.
/// Where the plan asks for one of several things, they count as one.
std::string checks_summary(const CampaignContext& context, const std::vector<rules::Finding>& findings);

/// What keeps a verdict from being satisfied, each once: [{text, required, found, missing, has_missing, clauses}]; and
/// what stands above that list, or false.
View reasons_view(const CampaignContext& context, const std::vector<rules::Finding>& findings, rules::Verdict verdict);
View reasons_title(const Words& words, rules::Verdict verdict);

/// [text]: the data that would be needed to tell.
View missing_view(const Words& words, const std::vector<rules::Missing>& missing);

}  // namespace thidua::render
