// What the plan asks and what was found, in words.
#pragma once

#include <string>

#include "render/views/campaign_view.hpp"
#include "rules/audit/finding.hpp"

namespace thidua::render {

/// "at least 90%", "before 15 March 2023", "one of: rank 1, rank 2"; empty where the rule's name says it all.
std::string required_words(const CampaignContext& context, const rules::Finding& finding);

/// "2023: 92,5%", "rank 2 (tied)"; empty where there is nothing to show.
std::string found_words(const CampaignContext& context, const rules::Finding& finding);

/// A bound with what it bounds: "before ngày 15 tháng 3 năm 2023".
std::string bound_words(const Words& words, rules::Bound bound, const std::string& value);

}  // namespace thidua::render
