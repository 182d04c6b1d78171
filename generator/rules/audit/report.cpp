#include <algorithm>
#include <set>

#include "model/facts.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::rules {
namespace {

/// The rules behind a verdict, each once: "index-threshold, dossier-in-time".
std::string rules_of(const std::vector<const Finding*>& reasons) {
  std::string out;
  std::set<RuleId> named;
  for (const Finding* finding : reasons) {
    if (named.insert(finding->rule).second) out += (out.empty() ? "" : ", ") + std::string(name_of(finding->rule));
  }
  return out;
}

void report_award(const model::Campaign& campaign, const AwardAudit& audit, Diagnostics& diagnostics) {
  const model::Award& award = campaign.results[audit.result].awards[audit.award];
  if (audit.verdict == Verdict::satisfied) return;
  const bool failed = audit.verdict == Verdict::not_satisfied;
  if (failed && !award.acknowledgements.empty()) return;
  diagnostics.add(failed ? Code::award_not_satisfied : Code::award_not_verified, award.place,
                  {award.id, rules_of(reasons(audit.findings, audit.verdict))});
}

/// Where a number of awards is reported: at the last result of the round and year about the form, or the one that
/// acknowledges it.
const model::Result* result_of(const model::Campaign& campaign, const QuotaAudit& audit) {
  const std::size_t form = campaign.quotas[audit.quota].award_form;
  const model::Result* out = nullptr;
  for (const model::Result& result : campaign.results) {
    const auto& forms = result.award_forms;
    const bool same = result.round == audit.round && result.year == audit.year &&
                      std::find(forms.begin(), forms.end(), form) != forms.end();
    if (same && (out == nullptr || !result.acknowledgements.empty() || out->acknowledgements.empty())) out = &result;
  }
  return out;
}

void report_quota(const model::Campaign& campaign, const QuotaAudit& audit, Diagnostics& diagnostics) {
  const model::Result* result = result_of(campaign, audit);
  const Verdict verdict = audit.finding.verdict;
  if (verdict == Verdict::satisfied || result == nullptr) return;
  const bool failed = verdict == Verdict::not_satisfied;
  if (failed && !result->acknowledgements.empty()) return;
  diagnostics.add(failed ? Code::number_not_satisfied : Code::number_not_verified, result->place,
                  {campaign.award_forms[campaign.quotas[audit.quota].award_form].id, std::to_string(audit.granted),
                   model::cited(campaign.documents, audit.finding.clauses)});
}

}  // namespace

void report(const model::Campaign& campaign, const CampaignAudit& audit, Diagnostics& diagnostics) {
  for (const AwardAudit& award : audit.awards) report_award(campaign, award, diagnostics);
  for (const QuotaAudit& quota : audit.quotas) report_quota(campaign, quota, diagnostics);
  for (const Finding& finding : audit.document) {
    if (finding.verdict == Verdict::not_satisfied)
      diagnostics.add(Code::document_differs, {campaign.file, 0, 0},
                      {std::string(name_of(finding.rule)), model::cited(campaign.documents, finding.clauses)});
  }
}

}  // namespace thidua::rules
