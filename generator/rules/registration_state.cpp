#include "rules/registration_state.hpp"

#include <algorithm>

#include "model/schedule/occurrence.hpp"
#include "rules/audit/case.hpp"

namespace thidua::rules {
namespace {

using model::Milestone;
using model::MilestoneKind;
using std::chrono::days;

bool any_wants_own_plan(const std::vector<model::Condition>& conditions) {
  return std::any_of(conditions.begin(), conditions.end(), [](const model::Condition& c) {
    return (c.check && c.check->kind == model::CheckKind::own_plan_issued) || any_wants_own_plan(c.conditions);
  });
}

/// The first day that is past a deadline.
std::chrono::sys_days first_past(const Deadline& deadline) {
  return deadline.bound == Bound::before ? deadline.date.first_day() : deadline.date.last_day() + days(1);
}

/// Whether a milestone for some rounds is about that year: one of them awards it, or ends with it.
bool is_about(const model::Campaign& campaign, const Milestone& milestone, std::optional<int> year) {
  if (!year || milestone.rounds.empty()) return true;
  return std::any_of(milestone.rounds.begin(), milestone.rounds.end(), [&](std::size_t i) {
    const model::Round& round = campaign.rounds[i];
    const bool any = round.years.empty() && !round.covers;
    return any || std::find(round.years.begin(), round.years.end(), *year) != round.years.end() ||
           (round.covers && round.covers->to.year == *year);
  });
}

/// The year whose deadline is meant, where nobody says it: the only one.
std::optional<int> year_of(std::optional<int> year, const model::When& when) {
  if (year || when.dates.size() != 1) return year;
  return when.dates.front().for_year;
}

/// The last day that a milestone gives; nothing where it has none for that year.
std::optional<Deadline> deadline_of(const Milestone& milestone, std::optional<int> of_year, const model::Date& day) {
  model::Clauses clauses = milestone.clauses;
  const auto year = year_of(of_year, milestone.when);
  const model::When& when = in_force(milestone, year, day, clauses);
  const Finding finding = in_time(RuleId::registered_in_time, when, year_of(year, when), day, std::move(clauses));
  const std::vector<Item>& dates = finding.required.items;
  const bool open = finding.given != model::Given::stated || dates.empty() || finding.required.bound == Bound::after;
  if (open) return std::nullopt;
  return Deadline{dates.size() > 1 ? Bound::by : finding.required.bound, std::get<model::Date>(dates.back()),
                  finding.clauses};
}

/// Of the deadlines of one kind that concern a unit, one that the day keeps to, else the latest.
std::optional<Deadline> best_deadline(const model::Site& site, const model::Campaign& campaign, MilestoneKind kind,
                                      model::UnitIndex unit, std::optional<int> year, const model::Date& day) {
  std::optional<Deadline> out;
  for (const Milestone& milestone : campaign.milestones) {
    const bool concerns = milestone.kind == kind && !is_withdrawn(milestone, day) &&
                          is_about(campaign, milestone, year) &&
                          (milestone.who.empty() || belongs_to_any(site, unit, milestone.who));
    auto found = concerns ? deadline_of(milestone, year, day) : std::nullopt;
    if (!found) continue;
    const bool better = !out || (is_past(*out, day) && !is_past(*found, day)) ||
                        (is_past(*out, day) == is_past(*found, day) &&
                         model::by_last_day(out->date, found->date) == std::strong_ordering::less);
    if (better) out = std::move(found);
  }
  return out;
}

}  // namespace

bool is_past(const Deadline& deadline, const model::Date& day) { return day.last_day() >= first_past(deadline); }

bool wants_own_plan(const model::Campaign& campaign) {
  return any_wants_own_plan(campaign.conditions) ||
         std::any_of(campaign.standards.begin(), campaign.standards.end(),
                     [](const model::Standard& s) { return any_wants_own_plan(s.conditions); });
}

bool wants_report(const model::Campaign& campaign) {
  return std::any_of(campaign.milestones.begin(), campaign.milestones.end(),
                     [](const Milestone& m) { return m.kind == MilestoneKind::report; });
}

std::optional<Deadline> report_deadline(const model::Site& site, const model::Campaign& campaign, model::UnitIndex unit,
                                        std::optional<int> year, const model::Date& day) {
  return best_deadline(site, campaign, MilestoneKind::report, unit, year, day);
}

RegistrationState registration_state(const model::Site& site, const model::Campaign& campaign,
                                     const model::Registration& registration) {
  const model::Registration& r = registration;
  const model::Date reported = r.report_received.value_or(model::date_of(site.now));
  RegistrationState out;
  out.deadline = best_deadline(site, campaign, MilestoneKind::registration, r.unit, r.year, r.received);
  out.late = out.deadline && is_past(*out.deadline, r.received);
  out.report_deadline = report_deadline(site, campaign, r.unit, r.year, reported);
  const bool report_past = out.report_deadline && is_past(*out.report_deadline, reported);
  out.report_late = r.report_received && report_past;
  if (r.contents.empty()) out.missing.push_back(RegistrationPart::contents);
  if (r.targets.empty()) out.missing.push_back(RegistrationPart::targets);
  if (!r.own_plan && wants_own_plan(campaign)) out.missing.push_back(RegistrationPart::own_plan);
  if (!r.report_received && report_past) out.missing.push_back(RegistrationPart::report);
  return out;
}

std::optional<model::Moment> next_overdue(const model::Site& site) {
  std::optional<model::Moment> out;
  const model::Date today = model::date_of(site.now);
  for (const model::Campaign& campaign : site.campaigns) {
    for (const model::Registration& r : campaign.registrations) {
      const auto due = r.report_received ? std::nullopt : report_deadline(site, campaign, r.unit, r.year, today);
      if (due && !is_past(*due, today))
        out = model::earlier(out, model::Moment(std::chrono::local_days(first_past(*due).time_since_epoch())));
    }
  }
  return out;
}

}  // namespace thidua::rules
