// A decision is not taken before what it rests on is there.
//
// What: the decision is not earlier than the publication of the scores of the year or of the phase, the dossier, the
// attestations, nor the beginning of the review that the plan puts into a time of its own. Parameters: date of the
// review. Cannot be verified: none of these dates is known.
#include <algorithm>

#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

using model::MilestoneKind;
using model::WhenKind;

/// The review of this round, where the plan puts it into a day, month, quarter or year; a last day is no beginning.
const model::Milestone* review_of(const Case& c) {
  for (const model::Milestone& m : c.campaign.milestones) {
    const bool review = m.kind == MilestoneKind::interim_review || m.kind == MilestoneKind::final_review;
    const bool begins = (m.when.is == WhenKind::within || m.when.is == WhenKind::on) && m.when.dates.size() == 1;
    if (review && begins && !m.rounds.empty() && applies_to_round(m.rounds, c.result)) return &m;
  }
  return nullptr;
}

/// When the scores that the round is about were published, as far as they are.
void add_scores(const Case& c, std::vector<model::Date>& dates) {
  const auto covers = c.result.round ? c.campaign.rounds[*c.result.round].covers : std::nullopt;
  const int last = covers ? covers->to.year : c.result.year.value_or(0);
  for (int year = covers ? covers->from.year : last; year <= last; ++year) {
    const model::ScoreTable* table = c.records.table(year);
    if (table != nullptr && table->published) dates.push_back(*table->published);
  }
}

}  // namespace

void decision_after_data(const Case& c, std::vector<Finding>& findings) {
  std::vector<model::Date> rests_on;
  add_scores(c, rests_on);
  if (c.award.dossier) rests_on.push_back(c.award.dossier->received);
  for (const model::Attestation& a : c.award.attestations) rests_on.push_back(a.date);
  model::Clauses clauses = c.result.round ? c.campaign.rounds[*c.result.round].clauses : model::Clauses();
  if (const model::Milestone* review = review_of(c)) {
    rests_on.push_back(review->when.dates.front().date);
    clauses = review->clauses;
  }
  const model::Date decided = c.result.decision.date;
  Finding out = rests_on.empty() ? missing(RuleId::decision_after_data, clauses, MissingKind::dossier)
                                 : satisfied(RuleId::decision_after_data, clauses);
  for (const model::Date& date : rests_on) {
    if (decided.last_day() >= date.first_day()) continue;
    out.verdict = Verdict::not_satisfied;
    if (out.required.items.empty()) out.required = {Bound::after, {date}};
  }
  out.found.items.emplace_back(decided);
  findings.push_back(std::move(out));
}

}  // namespace thidua::rules
