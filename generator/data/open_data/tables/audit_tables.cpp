// What the audit finds: the awards with their verdicts, each check of an award, the numbers used and left.
#include "data/open_data/tables/tables.hpp"
#include "render/records/finding_view.hpp"
#include "render/records/measure_words.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::data {
namespace {

using model::Campaign;
using model::name_of;
using rules::Finding;

std::string_view name_of(rules::Verdict verdict) { return rules::kVerdictNames[static_cast<std::size_t>(verdict)]; }

/// Nothing where the plan leaves it open, so that there is nothing to judge.
Cell verdict_of(const Finding& finding) {
  return finding.given == model::Given::stated ? Cell(name_of(finding.verdict)) : Cell();
}

void add_award(const Source& source, const Campaign& campaign, const rules::AwardAudit& audit, Rows& rows) {
  const model::Result& result = campaign.results[audit.result];
  const model::Award& award = result.awards[audit.award];
  const model::AwardForm& form = campaign.award_forms[award.award_form];
  const rules::Tally tally = rules::tally_of(audit.findings);
  const bool practice_shown = source.index.practice(award.practice) != nullptr;
  rows.add({campaign.id,
            result.id,
            award.id,
            form.id,
            form.name,
            name_of(form.kind),
            result.round ? std::string_view(campaign.rounds[*result.round].id) : std::string_view(),
            result.year,
            name_of(award.recipient),
            source.unit_id(award.unit),
            source.unit_name(award.unit),
            award.name,
            award.position,
            award.achievement,
            practice_shown ? std::string_view(award.practice) : std::string_view(),
            result.decision.number,
            result.decision.date,
            source.unit_id(result.granted_by),
            rules::kVerdictNames[static_cast<std::size_t>(audit.verdict)],
            tally.checked(),
            tally.verdicts[0],
            tally.verdicts[1],
            tally.verdicts[2],
            clause_paths(campaign, award.clauses),
            source.address(routes::award_url(campaign, result, award)),
            source.origin(campaign.origin),
            campaign.illustrative});
}

/// The rows of one award's checks: what is found of each thing that the plan asks for, and of its parts.
class CheckRows {
 public:
  CheckRows(const Source& source, const Campaign& campaign, const rules::AwardAudit& audit, Rows& rows)
      : context_{source.site, campaign, source.words},
        result_(campaign.results[audit.result]),
        award_(result_.awards[audit.award]),
        rows_(rows),
        page_(source.address(routes::award_url(campaign, result_, award_))) {}

  /// Numbers them 1, 2, 2.1 …
  void add(const std::vector<Finding>& findings, const std::string& above = {}) {
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const std::string number = above + std::to_string(i + 1);
      enter(number, findings[i]);
      add(findings[i].parts, number + ".");
    }
  }

 private:
  void enter(const std::string& number, const Finding& f) {
    const Campaign& campaign = context_.campaign;
    const std::string missing = joined(
        f.missing, [&](const rules::Missing& m) { return render::missing_words(context_.words, m); }, "; ");
    rows_.add({campaign.id, result_.id, award_.id, number, rules::name_of(f.rule),
               render::rule_words(context_.words, f.rule), f.text, name_of(f.given), verdict_of(f),
               render::required_words(context_, f), render::found_words(context_, f), missing,
               clause_paths(campaign, f.clauses), page_, campaign.illustrative});
  }

  const render::CampaignContext context_;
  const model::Result& result_;
  const model::Award& award_;
  Rows& rows_;
  const std::string page_;
};

void add_quota_use(const Source& source, const Campaign& campaign, const rules::QuotaAudit& audit, Rows& rows) {
  const model::Quota& quota = campaign.quotas[audit.quota];
  const model::AwardForm& form = campaign.award_forms[quota.award_form];
  rows.add({campaign.id, audit.round ? std::string_view(campaign.rounds[*audit.round].id) : std::string_view(),
            audit.year, form.id, form.name, name_of(quota.recipient), source.unit_id(quota.block), quota.part_of,
            name_of(audit.allowed.is), number_of(audit.allowed), audit.granted, rules::left_of(audit),
            verdict_of(audit.finding), clause_paths(campaign, audit.finding.clauses),
            source.page(campaign, routes::PageKind::results), campaign.illustrative});
}

/// Audits each campaign, and says of which day its results are.
template <class Take>
void audit_each(const Source& source, Rows& rows, Take take) {
  for (const Campaign& campaign : source.site.campaigns) {
    if (campaign.results.empty()) continue;
    for (const model::Result& result : campaign.results) rows.as_of(result.decision.date);
    take(campaign, rules::audit(source.site, campaign));
  }
}

}  // namespace

void award_rows(const Source& source, Rows& rows) {
  audit_each(source, rows, [&](const Campaign& campaign, const rules::CampaignAudit& audit) {
    for (const rules::AwardAudit& award : audit.awards) add_award(source, campaign, award, rows);
  });
}

void award_check_rows(const Source& source, Rows& rows) {
  audit_each(source, rows, [&](const Campaign& campaign, const rules::CampaignAudit& audit) {
    for (const rules::AwardAudit& award : audit.awards) CheckRows(source, campaign, award, rows).add(award.findings);
  });
}

void quota_use_rows(const Source& source, Rows& rows) {
  audit_each(source, rows, [&](const Campaign& campaign, const rules::CampaignAudit& audit) {
    for (const rules::QuotaAudit& quota : audit.quotas) add_quota_use(source, campaign, quota, rows);
  });
}

}  // namespace thidua::data
