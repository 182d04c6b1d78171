// Whether a unit's registration holds what the plan wants of it, and came in time.
#pragma once

#include <optional>
#include <vector>

#include "model/site.hpp"
#include "rules/audit/finding.hpp"

namespace thidua::rules {

/// What a registration has to hold: contents and targets always; a plan of the unit's own only where a condition of the
/// campaign's plan asks for one.
enum class RegistrationPart { contents, targets, own_plan };

/// The last day of registering, as in force on the day of receipt.
struct Deadline {
  Bound bound = Bound::by;
  model::Date date;
  model::Clauses clauses;  ///< of the plan, and of the later document that moved it
};

struct RegistrationState {
  std::vector<RegistrationPart> missing;  ///< none: the registration is complete
  std::optional<Deadline> deadline;       ///< absent: none that the plan dates concerns the unit in that year
  bool late = false;                      ///< received after it

  bool complete() const { return missing.empty(); }
};

/// Where several registration deadlines concern the unit, keeping to one is enough; `deadline` is that one, else the
/// latest.
RegistrationState registration_state(const model::Site& site, const model::Campaign& campaign,
                                     const model::Registration& registration);

/// Whether a condition of the plan asks for a plan of the unit's own.
bool wants_own_plan(const model::Campaign& campaign);

}  // namespace thidua::rules
