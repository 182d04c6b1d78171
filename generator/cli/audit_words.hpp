// The words of findings on a terminal, in the user's language.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "model/site.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::cli {

std::string rule_words(rules::RuleId rule, Language language);
std::string verdict_words(rules::Verdict verdict, Language language);
std::string missing_words(const rules::Missing& missing, Language language);

/// Numbers with their bound and unit, names, dates: ">= 90 %", "2022: 93.5 %".
std::string measure_words(const rules::Measure& measure, const model::Site& site, const model::Campaign& campaign,
                          Language language);

/// Who an award is for.
std::string recipient_words(const model::Site& site, const model::Award& award);

}  // namespace thidua::cli
