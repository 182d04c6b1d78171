// A town made in memory whose plan asks for nothing: a test adds the one thing that it is about.
//
// The plan has a heading and clauses I.1 to I.9; the town wards A to E in one block, two offices in another, and two
// authorities. Records are added in any order before the first question is asked.
#pragma once

#include <string>

#include "rules/audit/audit.hpp"
#include "rules/award/rules.hpp"

namespace thidua::testing {

/// Positions in Site::units.
enum SampleUnit : model::UnitIndex {
  kTown,
  kProvince,
  kWards,
  kOffices,
  kWardA,
  kWardB,
  kWardC,
  kWardD,
  kWardE,
  kOfficeA,
  kOfficeB,
  kElsewhere  ///< a unit of another place
};
/// Positions in Campaign::award_forms: the first is the lower one.
enum SampleForm : std::size_t { kCommendation, kCertificate };
/// Positions in Campaign::rounds.
enum SampleRound : std::size_t { kAnnual, kPhase };

model::Date day(std::string_view text);

/// A check of a threshold: 90 percent, or so.
model::Check threshold(model::CheckKind kind, model::Comparator comparator, double value, const std::string& unit);

/// A condition that rests on clause I.1.
model::Condition condition(const model::Check& check);
model::Condition condition(model::CheckKind kind);

/// The clause I.<number> of the plan.
model::Clauses clause(std::size_t number);

class Sample {
 public:
  Sample();

  model::Campaign& campaign() { return site.campaigns.front(); }

  /// A score of `points` out of `maximum`; the unit's block is ranked again.
  void score(int year, model::UnitIndex unit, const std::string& points, const std::string& maximum = "100");
  void publish_scores(int year, std::string_view date);

  /// A decision of the town about the annual round of that year.
  model::Result& decide(int year, std::string_view date = "2026-01-20");
  /// An award in the newest decision.
  model::Award& grant(model::UnitIndex unit, std::size_t form = kCommendation);
  model::Award& grant_to_person(const std::string& name, model::UnitIndex unit, std::size_t form = kCommendation);

  model::Registration& registration(model::UnitIndex unit, std::optional<int> year, std::string_view received);

  /// Awards all units that a rule of the plan is about: a number of the first form in the annual round.
  model::Quota& quota(model::CountKind kind, double value = 0);
  model::Milestone& milestone(model::MilestoneKind kind, model::WhenKind when, std::string_view date);

  using Rule = rules::Finding (*)(const model::Condition&, const rules::Case&);
  using PlanRule = void (*)(const rules::Case&, std::vector<rules::Finding>&);

  /// What a rule finds for an award: the first one of the first decision, where none is named.
  rules::Finding finding(Rule rule, const model::Condition& condition, std::size_t result = 0, std::size_t award = 0);
  std::vector<rules::Finding> findings(PlanRule rule, std::size_t result = 0, std::size_t award = 0);
  rules::CampaignAudit audit() { return rules::audit(site, campaign()); }
  /// What is reported of the campaign: "award-not-satisfied so index-threshold; ".
  std::string reported();

  model::Site site;
};

/// In one line: "satisfied", "not satisfied", "cannot be verified: score 2024", "not stated", "delegated".
std::string said(const rules::Finding& finding);
std::string said(rules::Verdict verdict);
/// The same for several, each after the name of its rule: "dossier-parts: satisfied; dossier-copies: not stated; ".
std::string said(const std::vector<rules::Finding>& findings);
/// What was found, in words: "95.5 %, 2024", "rank 2 tied".
std::string shown(const rules::Measure& measure);

}  // namespace thidua::testing
