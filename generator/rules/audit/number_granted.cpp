// The number of awards that the plan sets for a round, a kind of recipient and a block.
//
// What: in each round of each year about which a decision was published, the awards of the form are counted: exactly so
// many, at most so many … Where the plan awards all who qualify, every unit of the audience is held against the
// standard as if it had been awarded; one that qualifies without the award is a finding, and where a condition can only
// be attested nobody can tell. Parameters: count, rounds, for, block; the number in force on the day of the last
// decision.
#include <algorithm>
#include <cmath>
#include <map>

#include "rules/audit/audit.hpp"
#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

using model::CountKind;
using RoundYear = std::pair<std::optional<std::size_t>, std::optional<int>>;

bool counts(const model::Quota& quota, const model::Award& award, const model::Site& site) {
  return award.award_form == quota.award_form && award.recipient == quota.recipient &&
         (!quota.block || belongs(site, award.unit, *quota.block));
}

/// Of whom the plan could speak: units, not blocks or authorities.
bool is_candidate(const model::Quota& quota, const model::Campaign& campaign, const model::Site& site,
                  model::UnitIndex unit) {
  if (site.units[unit].kind != model::UnitKind::unit) return false;
  if (quota.block && !belongs(site, unit, *quota.block)) return false;
  return std::any_of(campaign.audiences.begin(), campaign.audiences.end(),
                     [&](const model::Audience& a) { return may_compete(a, quota.recipient, unit, site, campaign); });
}

class Counter {
 public:
  Counter(const model::Site& site, const model::Campaign& campaign, const Records& records)
      : site_(site), campaign_(campaign), records_(records) {}

  std::vector<QuotaAudit> count() {
    std::map<RoundYear, std::vector<const model::Result*>> rounds;
    for (const model::Result& result : campaign_.results) rounds[{result.round, result.year}].push_back(&result);
    std::vector<QuotaAudit> out;
    for (const auto& [round, results] : rounds) {
      for (std::size_t q = 0; q < campaign_.quotas.size(); ++q) {
        const model::Quota& quota = campaign_.quotas[q];
        if (applies_to_round(quota.rounds, *results.front()) && is_decided(quota, results))
          out.push_back(count(q, round, results));
      }
    }
    return out;
  }

 private:
  static bool is_decided(const model::Quota& quota, const std::vector<const model::Result*>& results) {
    return std::any_of(results.begin(), results.end(), [&](const model::Result* r) {
      return std::find(r->award_forms.begin(), r->award_forms.end(), quota.award_form) != r->award_forms.end();
    });
  }

  QuotaAudit count(std::size_t q, const RoundYear& round, const std::vector<const model::Result*>& results) {
    const model::Quota& quota = campaign_.quotas[q];
    QuotaAudit out{q, round.first, round.second, 0, {}, {}, satisfied(RuleId::number_granted, quota.clauses)};
    const model::Result* last = results.front();
    for (const model::Result* result : results) {
      out.granted += static_cast<int>(std::count_if(result->awards.begin(), result->awards.end(),
                                                    [&](const auto& a) { return counts(quota, a, site_); }));
      if (result->decision.date.last_day() > last->decision.date.last_day()) last = result;
    }
    out.allowed = in_force(quota, round.second, last->decision.date, out.finding.clauses);
    out.finding.text = quota.text;
    judge(quota, *last, out);
    out.finding.found.items.emplace_back(Words{std::to_string(out.granted)});
    return out;
  }

  void judge(const model::Quota& quota, const model::Result& result, QuotaAudit& out) {
    const CountKind kind = out.allowed.is;
    if (kind <= CountKind::less_than) {
      const auto comparator = static_cast<model::Comparator>(kind);
      out.finding.required = {bound_of(comparator), {Words{out.allowed.spelling}}};
      if (!holds(comparator, out.granted, out.allowed.value)) out.finding.verdict = Verdict::not_satisfied;
    } else if (kind == CountKind::all_who_qualify) {
      judge_all(quota, result, out);
    } else {
      out.finding.given = kind == CountKind::delegated ? model::Given::delegated : model::Given::not_stated;
      out.finding.delegated_to = out.allowed.to;
      out.finding.delegated_by = out.allowed.by;
    }
  }

  /// Who would have qualified but holds no award of the form in this round. Individuals are not listed anywhere.
  void judge_all(const model::Quota& quota, const model::Result& result, QuotaAudit& out) {
    bool unknown = quota.recipient == model::RecipientKind::individual;
    const auto [first, last] = units_of_locality();
    for (model::UnitIndex unit = first; quota.recipient == model::RecipientKind::collective && unit < last; ++unit) {
      if (!is_candidate(quota, campaign_, site_, unit) || is_awarded(quota, result, unit)) continue;
      const Verdict verdict = verdict_for(quota, result, unit);
      if (verdict == Verdict::satisfied) out.qualified_without.push_back(unit);
      unknown = unknown || verdict == Verdict::cannot_be_verified;
    }
    for (const model::UnitIndex unit : out.qualified_without) out.finding.found.items.emplace_back(UnitName{unit});
    if (!out.qualified_without.empty()) {
      out.finding.verdict = Verdict::not_satisfied;
    } else if (unknown) {
      out.finding.verdict = Verdict::cannot_be_verified;
      out.finding.missing.push_back({MissingKind::candidates, {}});
    }
  }

  /// Site::units are ordered by locality.
  std::pair<model::UnitIndex, model::UnitIndex> units_of_locality() const {
    const auto at = [](std::size_t locality, bool after) {
      return [locality, after](const model::Unit& u) { return u.locality < locality + (after ? 1 : 0); };
    };
    const auto begin = site_.units.begin(), end = site_.units.end();
    const auto first = std::partition_point(begin, end, at(campaign_.locality, false));
    const auto last = std::partition_point(first, end, at(campaign_.locality, true));
    return {static_cast<std::size_t>(first - begin), static_cast<std::size_t>(last - begin)};
  }

  bool is_awarded(const model::Quota& quota, const model::Result& result, model::UnitIndex unit) const {
    const auto* granted = records_.granted({quota.award_form, result.round, result.year});
    return granted != nullptr && std::any_of(granted->begin(), granted->end(), [&](const Granted& g) {
             return g.award->recipient == quota.recipient && g.award->unit == unit && g.award->name.empty();
           });
  }

  /// What the standards and conditions of the plan would say of the unit, had it been awarded.
  Verdict verdict_for(const model::Quota& quota, const model::Result& result, model::UnitIndex unit) const {
    model::Award award;
    award.award_form = quota.award_form;
    award.recipient = quota.recipient;
    award.unit = unit;
    const Case c{site_, campaign_, records_, result, award};
    std::vector<Finding> findings = conditions(campaign_.conditions, c);
    standard_applies(c, findings);
    return verdict_of(model::Logic::all, findings);
  }

  const model::Site& site_;
  const model::Campaign& campaign_;
  const Records& records_;
};

}  // namespace

std::optional<int> left_of(const QuotaAudit& audit) {
  switch (audit.allowed.is) {
    case CountKind::exact:
    case CountKind::at_most:
      return static_cast<int>(std::floor(audit.allowed.value)) - audit.granted;
    case CountKind::less_than:
      return static_cast<int>(std::ceil(audit.allowed.value)) - 1 - audit.granted;
    default:
      return std::nullopt;
  }
}

std::vector<QuotaAudit> number_granted(const model::Site& site, const model::Campaign& campaign,
                                       const Records& records) {
  return Counter(site, campaign, records).count();
}

}  // namespace thidua::rules
