// Whether a unit's registration holds what the plan wants of it, and came in time, and so did its report at the end of
// the year.
#pragma once

#include <optional>
#include <vector>

#include "model/site.hpp"
#include "rules/audit/finding.hpp"

namespace thidua::rules {

/// What a registration has to hold: contents and targets always; a plan of the unit's own only where a condition of the
/// campaign's plan asks for one; the report at the end of the year once the plan's day for it has passed.
enum class RegistrationPart { contents, targets, own_plan, report };

/// The last day of registering or reporting, as in force on the day of receipt, or today where nothing was received.
struct Deadline {
  Bound bound = Bound::by;
  model::Date date;
  model::Clauses clauses;  ///< of the plan, and of the later document that moved it
};

/// Whether a day is past the deadline. To be early is not to be late.
bool is_past(const Deadline& deadline, const model::Date& day);

struct RegistrationState {
  std::vector<RegistrationPart> missing;    ///< none: the registration is complete
  std::optional<Deadline> deadline;         ///< absent: none that the plan dates concerns the unit in that year
  bool late = false;                        ///< received after it
  std::optional<Deadline> report_deadline;  ///< absent: as above
  bool report_late = false;                 ///< the report was received after it

  bool complete() const { return missing.empty(); }
};

/// As of Site::now. Where several deadlines concern the unit, keeping to one is enough; `deadline` is that one, else
/// the latest.
RegistrationState registration_state(const model::Site& site, const model::Campaign& campaign,
                                     const model::Registration& registration);

/// By when the plan wants the report of that unit for that year, as in force on a day, which is chosen against; nothing
/// where it names no day.
std::optional<Deadline> report_deadline(const model::Site& site, const model::Campaign& campaign, model::UnitIndex unit,
                                        std::optional<int> year, const model::Date& day);

/// Whether a condition of the plan asks for a plan of the unit's own.
bool wants_own_plan(const model::Campaign& campaign);
/// Whether the plan asks for reports.
bool wants_report(const model::Campaign& campaign);

/// When the state of a registration changes next although nobody edits anything: a report falls due.
std::optional<model::Moment> next_overdue(const model::Site& site);

}  // namespace thidua::rules
