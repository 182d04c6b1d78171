// The rank within a block, by the scores of the year that is awarded.
//
// What: the unit's rank must be one of the places that the standard awards. Where a higher award frees the place of its
// holder, those who hold it in the same round do not count. Units with equal scores share a rank: where some of the
// places that they take up together are awarded and others are not, the plan would have to say who goes first.
// Parameters: places, within (the block), freed_by (the higher award). Cannot be verified: no score; a tie across the
// last place; the decision on the higher award is not published, and whom it went to would matter.
#include <algorithm>

#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

/// Where a unit stands among those that count: behind `better` others, together with `equal` others.
struct Standing {
  int better = 0;
  int equal = 0;
  model::Units freed_by;  ///< who would stand in front or beside, but holds the higher award
};

bool holds_award(const std::vector<Granted>& granted, model::UnitIndex unit) {
  return std::any_of(granted.begin(), granted.end(), [unit](const Granted& g) {
    return g.award->recipient == model::RecipientKind::collective && g.award->unit == unit && g.award->name.empty();
  });
}

Standing standing(const model::Score& own, const std::vector<const model::Score*>& block,
                  const std::vector<Granted>* higher) {
  Standing out;
  for (const model::Score* other : block) {
    const bool same = model::same_percent(other->percent(), own.percent());
    if (other->unit == own.unit || (!same && other->percent() < own.percent())) continue;
    if (higher != nullptr && holds_award(*higher, other->unit))
      out.freed_by.push_back(other->unit);
    else
      ++(same ? out.equal : out.better);
  }
  return out;
}

/// Whether the place is awarded; cannot be verified where only some of those that the unit and its equals take up are.
Verdict verdict_of(const Standing& standing, const std::vector<int>& places) {
  int awarded = 0;
  for (int place = standing.better + 1; place <= standing.better + 1 + standing.equal; ++place)
    awarded += std::find(places.begin(), places.end(), place) != places.end() ? 1 : 0;
  if (awarded == 0) return Verdict::not_satisfied;
  return awarded == standing.equal + 1 ? Verdict::satisfied : Verdict::cannot_be_verified;
}

/// Whether the verdict is the same whichever of those in front, and of the equals, hold the higher award.
bool holds_anyhow(const Standing& standing, const std::vector<int>& places) {
  const Verdict verdict = verdict_of(standing, places);
  for (int better = 0; better <= standing.better; ++better) {
    for (int equal = 0; equal <= standing.equal; ++equal) {
      if (verdict_of({better, equal, {}}, places) != verdict) return false;
    }
  }
  return true;
}

}  // namespace

Finding rank_in_block(const model::Condition& condition, const Case& c) {
  constexpr auto kRule = RuleId::rank_in_block;
  const model::Check& check = *condition.check;
  if (!c.result.year) return missing(kRule, condition.clauses, MissingKind::year);
  const int year = *c.result.year;
  const model::Score* own = c.records.score(year, c.award.unit);
  if (own == nullptr) return missing(kRule, condition.clauses, MissingKind::score, std::to_string(year));
  const auto within = check.within ? check.within : own->block;
  if (!within || within != own->block)
    return missing(kRule, condition.clauses, MissingKind::ranking, std::to_string(year));

  const auto* higher = check.freed_by ? c.records.granted(c.form_in_round(*check.freed_by)) : nullptr;
  const Standing place = standing(*own, c.records.block(year, *within), higher);
  Finding out{kRule};
  out.clauses = condition.clauses;
  out.verdict = verdict_of(place, check.places);
  out.required.bound = Bound::one_of;
  for (const int p : check.places) out.required.items.emplace_back(Rank{p, false});
  out.found.items = {Rank{own->rank, own->tied}, amount_of(*own, check, year)};
  if (!place.freed_by.empty())
    out.found.items.emplace_back(CountedRank{{place.better + 1, place.equal > 0}, place.freed_by, *check.freed_by});
  if (out.verdict == Verdict::cannot_be_verified) out.missing.push_back({MissingKind::tie_rule, {}});
  if (check.freed_by && higher == nullptr && !holds_anyhow(place, check.places)) {
    out.verdict = Verdict::cannot_be_verified;
    out.missing.push_back({MissingKind::other_result, c.campaign.award_forms[*check.freed_by].name});
  }
  return out;
}

}  // namespace thidua::rules
