#include "rules/audit/audit.hpp"

#include "base/parallel.hpp"
#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

/// Everything that the plan asks for one award, in the order in which a reader wants to see it.
std::vector<Finding> findings(const Case& c) {
  constexpr std::size_t kUsual = 24;
  std::vector<Finding> out;
  out.reserve(kUsual);
  standard_applies(c, out);
  for (Finding& finding : conditions(c.campaign.conditions, c)) out.push_back(std::move(finding));
  out.push_back(audience_fits(c, {}));
  award_form(c, out);
  dossier_in_time(c, out);
  dossier_complete(c, out);
  round_named(c, out);
  decision_after_data(c, out);
  return out;
}

std::vector<std::vector<Verdict>> verdicts(const model::Campaign& campaign, const CampaignAudit& audit) {
  std::vector<std::vector<Verdict>> out;
  for (const model::Result& result : campaign.results) out.emplace_back(result.awards.size());
  for (const AwardAudit& award : audit.awards) out[award.result][award.award] = award.verdict;
  return out;
}

}  // namespace

CampaignAudit audit(const model::Site& site, const model::Campaign& campaign) {
  CampaignAudit out;
  const Records records(campaign);
  for (std::size_t r = 0; r < campaign.results.size(); ++r) {
    const model::Result& result = campaign.results[r];
    for (std::size_t a = 0; a < result.awards.size(); ++a) {
      AwardAudit award{r, a, {}, findings({site, campaign, records, result, result.awards[a]})};
      award.verdict = verdict_of(model::Logic::all, award.findings);
      out.awards.push_back(std::move(award));
    }
  }
  out.quotas = number_granted(site, campaign, records);
  out.document = audit_document(campaign);
  return out;
}

std::vector<Finding> audit_document(const model::Campaign& campaign) {
  std::vector<Finding> out;
  for (const auto rule : {shares_add_up, percentages_in_range, dates_in_period, phase_years}) rule(campaign, out);
  return out;
}

Verdicts audit_site(const model::Site& site, unsigned jobs, Diagnostics& diagnostics) {
  Verdicts out(site.campaigns.size());
  std::vector<Diagnostics> found(site.campaigns.size());
  base::for_each_index(site.campaigns.size(), jobs, [&](std::size_t i) {
    const CampaignAudit result = audit(site, site.campaigns[i]);
    report(site.campaigns[i], result, found[i]);
    out[i] = verdicts(site.campaigns[i], result);
  });
  for (Diagnostics& d : found) diagnostics.merge(std::move(d));
  return out;
}

}  // namespace thidua::rules
