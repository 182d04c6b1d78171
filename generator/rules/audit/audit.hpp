// The audit: every published award of a campaign, and every number of awards, held against the campaign's own plan.
//
// A campaign is audited whenever its findings are needed and they are not kept: all findings of a large site would take
// more memory than the site itself. What other pages need, the verdicts, is small and kept.
#pragma once

#include <optional>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"
#include "rules/audit/finding.hpp"
#include "rules/audit/records.hpp"

namespace thidua::rules {

struct AwardAudit {
  std::size_t result = 0;  ///< position in Campaign::results
  std::size_t award = 0;   ///< position in its awards
  Verdict verdict = Verdict::satisfied;
  std::vector<Finding> findings;
};

/// One number of the plan in one round of one year about which a decision was published.
struct QuotaAudit {
  std::size_t quota = 0;  ///< position in Campaign::quotas
  std::optional<std::size_t> round;
  std::optional<int> year;
  int granted = 0;
  model::GivenNumber allowed;      ///< as in force on the day of the last decision
  model::Units qualified_without;  ///< where all who qualify are awarded: those who qualify and were not
  Finding finding;
};

/// How many more the plan would allow, below nothing where more were granted; empty where it sets no upper bound.
std::optional<int> left_of(const QuotaAudit& audit);

struct CampaignAudit {
  std::vector<AwardAudit> awards;  ///< in the order of the results and their awards
  std::vector<QuotaAudit> quotas;
  std::vector<Finding> document;  ///< about the plan itself, whatever is published
};

/// Takes time in proportion to the awards and the rules of the plan.
CampaignAudit audit(const model::Site& site, const model::Campaign& campaign);

/// Whether the plan's own numbers go together.
std::vector<Finding> audit_document(const model::Campaign& campaign);

/// The verdict of each award: by campaign, result and award.
using Verdicts = std::vector<std::vector<std::vector<Verdict>>>;

/// Audits every campaign on up to `jobs` threads. An award or number that is not satisfied and nobody acknowledged is
/// an error, one that cannot be verified a warning, each at its place in the results.
Verdicts audit_site(const model::Site& site, unsigned jobs, Diagnostics& diagnostics);

/// Holds results under embargo, which the campaign does not have, against the plan as they will stand when they are
/// published: what will be an error then is a warning now, for the editors alone.
void audit_ahead(const model::Site& site, const model::Campaign& campaign, const std::vector<model::Result>& embargoed,
                 Diagnostics& diagnostics);

// For the audit of a campaign; one file each.
std::vector<QuotaAudit> number_granted(const model::Site& site, const model::Campaign& campaign,
                                       const Records& records);
void shares_add_up(const model::Campaign& campaign, std::vector<Finding>& findings);
void percentages_in_range(const model::Campaign& campaign, std::vector<Finding>& findings);
void dates_in_period(const model::Campaign& campaign, std::vector<Finding>& findings);
void phase_years(const model::Campaign& campaign, std::vector<Finding>& findings);

/// Reports what an audit found, as audit_site() does, and acknowledgements of what is satisfied.
void report(const model::Campaign& campaign, const CampaignAudit& audit, Diagnostics& diagnostics);

}  // namespace thidua::rules
