// The round, and the year that it awards, are among those that the plan names.
//
// What: the year is one that the round lists, or the last of those that it covers; a round without either takes place
// within the campaign's period, and so does an award of a plan without rounds. Parameters: years, covers, period.
#include <algorithm>

#include "rules/award/rules.hpp"

namespace thidua::rules {

void round_named(const Case& c, std::vector<Finding>& findings) {
  constexpr auto kRule = RuleId::round_named;
  if (!c.result.round && !c.result.year) return findings.push_back(left_open(kRule, {}));
  static const model::Round none;
  const model::Round& round = c.result.round ? c.campaign.rounds[*c.result.round] : none;
  if (!c.result.year) return findings.push_back(missing(kRule, round.clauses, MissingKind::year));
  const int year = *c.result.year;
  const model::Period period = round.covers ? *round.covers : c.campaign.period.range;
  const bool listed = std::find(round.years.begin(), round.years.end(), year) != round.years.end();
  const bool within = round.covers ? year == period.to.year : year >= period.from.year && year <= period.to.year;
  Finding out = judged(kRule, round.clauses, round.years.empty() ? within : listed);
  if (round.years.empty()) {
    if (!round.covers) out.clauses = c.campaign.period.clauses;
    out.required = {Bound::within, {period.from, period.to}};
  } else {
    out.required.bound = Bound::one_of;
    for (const int y : round.years) out.required.items.emplace_back(Words{std::to_string(y)});
  }
  out.found.items.emplace_back(Words{std::to_string(year)});
  findings.push_back(std::move(out));
}

}  // namespace thidua::rules
