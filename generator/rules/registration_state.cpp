#include "rules/registration_state.hpp"

#include <algorithm>

#include "model/schedule/occurrence.hpp"
#include "rules/audit/case.hpp"

namespace thidua::rules {
namespace {

bool any_wants_own_plan(const std::vector<model::Condition>& conditions) {
  return std::any_of(conditions.begin(), conditions.end(), [](const model::Condition& c) {
    return (c.check && c.check->kind == model::CheckKind::own_plan_issued) || any_wants_own_plan(c.conditions);
  });
}

std::vector<RegistrationPart> missing_parts(const model::Campaign& campaign, const model::Registration& registration) {
  std::vector<RegistrationPart> out;
  if (registration.contents.empty()) out.push_back(RegistrationPart::contents);
  if (registration.targets.empty()) out.push_back(RegistrationPart::targets);
  if (!registration.own_plan && wants_own_plan(campaign)) out.push_back(RegistrationPart::own_plan);
  return out;
}

/// The year whose deadline is meant, where a registration for the whole campaign does not say: the only one.
std::optional<int> year_of(const model::Registration& registration, const model::When& when) {
  if (registration.year || when.dates.size() != 1) return registration.year;
  return when.dates.front().for_year;
}

/// The deadline of a milestone and whether the day keeps to it; empty where the milestone has no date for that year.
std::optional<RegistrationState> timing(const model::Milestone& milestone, const model::Registration& registration) {
  const model::Date day = registration.received;
  model::Clauses clauses = milestone.clauses;
  const model::When& when = in_force(milestone.when, milestone.changes, day, clauses);
  const Finding finding =
      in_time(RuleId::registered_in_time, when, year_of(registration, when), day, std::move(clauses));
  if (finding.given != model::Given::stated) return std::nullopt;
  const auto& date = std::get<model::Date>(finding.required.items.front());
  // To be early is not to be late.
  const bool late = finding.verdict == Verdict::not_satisfied && day.last_day() >= date.first_day();
  return RegistrationState{{}, Deadline{finding.required.bound, date, finding.clauses}, late};
}

}  // namespace

bool wants_own_plan(const model::Campaign& campaign) {
  return any_wants_own_plan(campaign.conditions) ||
         std::any_of(campaign.standards.begin(), campaign.standards.end(),
                     [](const model::Standard& s) { return any_wants_own_plan(s.conditions); });
}

RegistrationState registration_state(const model::Site& site, const model::Campaign& campaign,
                                     const model::Registration& registration) {
  RegistrationState out;
  for (const model::Milestone& milestone : campaign.milestones) {
    const bool concerns = milestone.kind == model::MilestoneKind::registration &&
                          !is_withdrawn(milestone, registration.received) &&
                          (milestone.who.empty() || belongs_to_any(site, registration.unit, milestone.who));
    auto found = concerns ? timing(milestone, registration) : std::nullopt;
    if (!found) continue;
    const bool better = !out.deadline || (out.late && !found->late) ||
                        (out.late == found->late &&
                         model::by_last_day(out.deadline->date, found->deadline->date) == std::strong_ordering::less);
    if (better) out = std::move(*found);
  }
  out.missing = missing_parts(campaign, registration);
  return out;
}

}  // namespace thidua::rules
