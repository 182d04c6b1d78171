// What is published about campaigns year by year.
#include <algorithm>
#include <unordered_set>

#include "data/open_data/tables/tables.hpp"
#include "model/records/published.hpp"
#include "rules/attainment_state.hpp"
#include "rules/registration_state.hpp"

namespace thidua::data {
namespace {

using model::Campaign;
using routes::PageKind;

std::string missing_parts(const rules::RegistrationState& state) {
  return joined(state.missing, [](rules::RegistrationPart part) -> std::string_view {
    switch (part) {
      case rules::RegistrationPart::contents:
        return "contents";
      case rules::RegistrationPart::targets:
        return "targets";
      case rules::RegistrationPart::own_plan:
        return "own_plan";
      case rules::RegistrationPart::report:
        break;
    }
    return "report";
  });
}

void add_registration(const Source& source, const Campaign& campaign, const model::Registration& r, Rows& rows) {
  const rules::RegistrationState state = rules::registration_state(source.site, campaign, r);
  const auto& plan = r.own_plan;
  const bool dated = state.deadline.has_value();
  const auto& report = state.report_deadline;
  rows.as_of(r.received);
  rows.add({campaign.id, source.unit_id(r.unit), source.unit_name(r.unit), r.year, r.received, joined_texts(r.contents),
            joined_texts(r.targets), plan ? std::string_view(plan->number) : std::string_view(),
            plan ? Cell(plan->date) : Cell(), r.report_received, state.complete(), missing_parts(state),
            dated ? Cell(state.deadline->date) : Cell(), dated ? Cell(state.late) : Cell(),
            dated ? clause_paths(campaign, state.deadline->clauses) : std::string(),
            report ? Cell(report->date) : Cell(), report && r.report_received ? Cell(state.report_late) : Cell(),
            source.page(campaign, PageKind::registrations) + "#" + routes::year_anchor(r.year.value_or(0)),
            campaign.illustrative});
}

void add_scores(const Source& source, const Campaign& campaign, const model::ScoreTable& table, Rows& rows) {
  const std::string page = source.page(campaign, PageKind::ranking) + "#" + routes::year_anchor(table.year);
  rows.as_of(table.published);
  for (const model::Score& score : table.scores) {
    rows.add({campaign.id, table.year, source.unit_id(score.unit), source.unit_name(score.unit),
              source.unit_id(score.block), Decimal{score.points.spelling, score.points.value},
              Decimal{score.maximum.spelling, score.maximum.value}, Decimal{{}, score.percent()}, score.rank,
              score.tied, table.published, page, campaign.illustrative});
  }
}

/// What was reached and keeps to its target, as the pages say it.
std::unordered_set<const model::Attained*> met_targets(const Campaign& campaign) {
  std::unordered_set<const model::Attained*> met;
  const auto note = [&](const rules::Reached& reached) {
    if (reached.met) met.insert(reached.attained);
  };
  for (const auto& [target, years] : rules::attainment_of(campaign)) {
    for (const rules::TargetYear& year : years) {
      note(year.whole);
      for (const rules::Reached& reached : year.units) note(reached);
    }
  }
  return met;
}

void add_attainment(const Source& source, const Campaign& campaign, Rows& rows) {
  const auto met = met_targets(campaign);
  const std::string page = source.page(campaign, PageKind::criteria);
  for (const model::AttainmentTable& table : campaign.attainment) {
    rows.as_of(table.published);
    for (const model::Attained& attained : table.attained) {
      const model::Criterion& criterion = campaign.criteria[attained.target.criterion];
      const model::Target& target = criterion.targets[attained.target.target];
      rows.add({campaign.id, table.year, criterion.id, target.id, source.unit_id(attained.unit),
                source.unit_name(attained.unit), Decimal{attained.value, attained.number}, attained.value, target.unit,
                met.contains(&attained), attained.date, attained.source, table.published,
                clause_paths(campaign, criterion.clauses), page, campaign.illustrative});
    }
  }
}

/// Where the corrected thing stands.
std::string url_of(const Campaign& campaign, const model::Correction& correction, const model::Result& result) {
  const auto award = std::find_if(result.awards.begin(), result.awards.end(),
                                  [&](const model::Award& a) { return a.id == correction.of; });
  if (award != result.awards.end()) return routes::award_url(campaign, result, *award);
  return routes::campaign_part_url(campaign, PageKind::results) + "#" + routes::result_anchor(result);
}
std::string url_of(const Campaign& campaign, const model::Correction&, const model::ScoreTable& table) {
  return routes::campaign_part_url(campaign, PageKind::ranking) + "#" + routes::year_anchor(table.year);
}

template <class Record>
void add_correction(const Source& source, const Campaign& campaign, const Record& record, std::size_t position,
                    Rows& rows) {
  const model::Correction& correction = record.corrections[position];
  rows.as_of(correction.date);
  rows.add({campaign.id, model::published_key(campaign, record).substr(campaign.id.size() + 1), correction.of,
            correction.field, correction.before.value_or(""), correction.after.value_or(""), correction.date,
            correction.reason, correction.decision_number, correction.decision_date,
            source.address(url_of(campaign, correction, record)), campaign.illustrative});
}

}  // namespace

void registration_rows(const Source& source, Rows& rows) {
  for (const Campaign& campaign : source.site.campaigns) {
    for (const model::Registration& registration : campaign.registrations)
      add_registration(source, campaign, registration, rows);
  }
}

void score_rows(const Source& source, const Campaign& campaign, Rows& rows) {
  for (const model::ScoreTable& table : campaign.scores) add_scores(source, campaign, table, rows);
}

void score_rows(const Source& source, Rows& rows) {
  for (const Campaign& campaign : source.site.campaigns) score_rows(source, campaign, rows);
}

void attainment_rows(const Source& source, Rows& rows) {
  for (const Campaign& campaign : source.site.campaigns) add_attainment(source, campaign, rows);
}

void correction_rows(const Source& source, Rows& rows) {
  for (const routes::LoggedCorrection& logged : source.routes.corrections) {
    const Campaign& campaign = source.site.campaigns[logged.campaign];
    if (logged.of_scores)
      add_correction(source, campaign, campaign.scores[logged.record], logged.correction, rows);
    else
      add_correction(source, campaign, campaign.results[logged.record], logged.correction, rows);
  }
}

}  // namespace thidua::data
