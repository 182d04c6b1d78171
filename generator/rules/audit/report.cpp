#include <algorithm>
#include <set>

#include "model/facts.hpp"
#include "rules/audit/acknowledged.hpp"
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

/// Their clauses, each once: "III.1, IV.2".
std::string clauses_of(const model::Campaign& campaign, const std::vector<const Finding*>& reasons) {
  model::Clauses out;
  for (const Finding* finding : reasons) {
    for (const model::ClauseRef& clause : finding->clauses) {
      if (std::find(out.begin(), out.end(), clause) == out.end()) out.push_back(clause);
    }
  }
  return model::cited(campaign.documents, out);
}

void report_unused(const model::Campaign& campaign, const std::vector<model::Acknowledgement>& all,
                   const std::vector<const Finding*>& failed, const std::string& of, Diagnostics& diagnostics) {
  for (const model::Acknowledgement& given : all) {
    const model::Clauses unused = unused_clauses(given, failed);
    if (!unused.empty())
      diagnostics.add(Code::acknowledgement_unused, given.place, {of, model::cited(campaign.documents, unused)});
  }
}

void report_award(const model::Campaign& campaign, const AwardAudit& audit, Diagnostics& diagnostics) {
  const model::Award& award = campaign.results[audit.result].awards[audit.award];
  const auto failed = audit.verdict == Verdict::not_satisfied ? reasons(audit.findings, Verdict::not_satisfied)
                                                              : std::vector<const Finding*>();
  report_unused(campaign, award.acknowledgements, failed, award.id, diagnostics);
  const auto open = unacknowledged(audit, award);
  if (!open.empty())
    diagnostics.add(Code::award_not_satisfied, award.place, {award.id, rules_of(open), clauses_of(campaign, open)});
  if (audit.verdict == Verdict::cannot_be_verified)
    diagnostics.add(Code::award_not_verified, award.place,
                    {award.id, rules_of(reasons(audit.findings, audit.verdict))});
}

/// Whether a decision is one of those that a number of awards sums up.
bool is_about(const model::Campaign& campaign, const QuotaAudit& audit, const model::Result& result) {
  const auto& forms = result.award_forms;
  return result.round == audit.round && result.year == audit.year &&
         std::find(forms.begin(), forms.end(), campaign.quotas[audit.quota].award_form) != forms.end();
}

void report_quota(const model::Campaign& campaign, const QuotaAudit& audit, Diagnostics& diagnostics) {
  const model::Result* last = nullptr;
  bool accepted = false;
  for (const model::Result& result : campaign.results) {
    if (!is_about(campaign, audit, result)) continue;
    last = &result;
    accepted = accepted || accepted_by_any(result.acknowledgements, audit.finding);
  }
  const Verdict verdict = audit.finding.verdict;
  const bool failed = verdict == Verdict::not_satisfied;
  if (last == nullptr || verdict == Verdict::satisfied || (failed && accepted)) return;
  const std::string clauses = model::cited(campaign.documents, audit.finding.clauses);
  diagnostics.add(
      failed ? Code::number_not_satisfied : Code::number_not_verified, last->place,
      {campaign.award_forms[campaign.quotas[audit.quota].award_form].id, std::to_string(audit.granted), clauses});
}

/// Acknowledgements of the numbers of a decision that are as the plan sets them.
void report_unused_for_numbers(const model::Campaign& campaign, const CampaignAudit& audit, Diagnostics& diagnostics) {
  for (const model::Result& result : campaign.results) {
    if (result.acknowledgements.empty()) continue;
    std::vector<const Finding*> failed;
    for (const QuotaAudit& quota : audit.quotas) {
      if (quota.finding.verdict == Verdict::not_satisfied && is_about(campaign, quota, result))
        failed.push_back(&quota.finding);
    }
    report_unused(campaign, result.acknowledgements, failed, result.decision.number, diagnostics);
  }
}

}  // namespace

void report(const model::Campaign& campaign, const CampaignAudit& audit, Diagnostics& diagnostics) {
  for (const AwardAudit& award : audit.awards) report_award(campaign, award, diagnostics);
  for (const QuotaAudit& quota : audit.quotas) report_quota(campaign, quota, diagnostics);
  report_unused_for_numbers(campaign, audit, diagnostics);
  for (const Finding& finding : audit.document) {
    if (finding.verdict == Verdict::not_satisfied)
      diagnostics.add(Code::document_differs, {campaign.file, 0, 0},
                      {std::string(name_of(finding.rule)), model::cited(campaign.documents, finding.clauses)});
  }
}

}  // namespace thidua::rules
