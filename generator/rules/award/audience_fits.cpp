// The recipient is one of those who may compete, and of a block that the award is for.
//
// What: the unit belongs to an audience for its kind of recipient; an audience that names no units holds whoever lives
// and works in the locality. Where every quota of the form and round is for a block, the unit belongs to one of those.
// Parameters: audiences, for, units, block.
#include <algorithm>

#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

/// Whether the whole number is shared out among blocks.
bool is_shared_out(const model::Quota& total, const model::Campaign& campaign) {
  return std::any_of(campaign.quotas.begin(), campaign.quotas.end(), [&](const model::Quota& share) {
    return share.part_of && share.award_form == total.award_form && share.recipient == total.recipient &&
           share.rounds == total.rounds;
  });
}

/// The numbers that are for a block each, where there is none for all together.
std::vector<const model::Quota*> numbers_by_block(const Case& c) {
  std::vector<const model::Quota*> out;
  for (const model::Quota& q : c.campaign.quotas) {
    const bool same = q.award_form == c.award.award_form && q.recipient == c.award.recipient;
    if (!same || !applies_to_round(q.rounds, c.result)) continue;
    if (q.block)
      out.push_back(&q);
    else if (!is_shared_out(q, c.campaign))
      return {};
  }
  return out;
}

/// Turns the finding where no number is for the recipient's block.
void judge_block(const Case& c, Finding& out) {
  const auto numbers = numbers_by_block(c);
  const bool fits = std::any_of(numbers.begin(), numbers.end(),
                                [&](const model::Quota* q) { return belongs(c.site, c.award.unit, *q->block); });
  if (numbers.empty() || fits) return;
  out.verdict = Verdict::not_satisfied;
  out.clauses.clear();
  out.required.items.clear();
  for (const model::Quota* q : numbers) {
    out.clauses.insert(out.clauses.end(), q->clauses.begin(), q->clauses.end());
    out.required.items.emplace_back(UnitName{*q->block});
  }
}

/// Each once, though several audiences may name it.
void add_names(const model::Units& units, std::vector<Item>& items) {
  for (const model::UnitIndex unit : units) {
    const bool there = std::any_of(items.begin(), items.end(),
                                   [unit](const Item& item) { return std::get<UnitName>(item).unit == unit; });
    if (!there) items.emplace_back(UnitName{unit});
  }
}

}  // namespace

bool may_compete(const model::Audience& audience, model::RecipientKind recipient, model::UnitIndex unit,
                 const model::Site& site, const model::Campaign& campaign) {
  const auto& kinds = audience.recipients;
  if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), recipient) == kinds.end()) return false;
  if (audience.units.empty()) return site.units[unit].locality == campaign.locality;
  return belongs_to_any(site, unit, audience.units);
}

Finding audience_fits(const Case& c, const model::Clauses& clauses) {
  Finding out = judged(RuleId::audience_fits, clauses, false);
  for (const model::Audience& audience : c.campaign.audiences) {
    add_names(audience.units, out.required.items);
    if (out.verdict == Verdict::satisfied ||
        !may_compete(audience, c.award.recipient, c.award.unit, c.site, c.campaign))
      continue;
    out.verdict = Verdict::satisfied;
    if (clauses.empty()) out.clauses = audience.clauses;
  }
  if (clauses.empty() && out.clauses.empty()) {
    for (const model::Audience& a : c.campaign.audiences)
      out.clauses.insert(out.clauses.end(), a.clauses.begin(), a.clauses.end());
  }
  if (out.verdict == Verdict::satisfied) judge_block(c, out);
  out.required.bound = Bound::one_of;
  const auto block = c.site.units[c.award.unit].block;
  out.found.items.emplace_back(UnitName{block.value_or(c.award.unit)});
  return out;
}

}  // namespace thidua::rules
