// The days on which a milestone falls, as they stand after all that later documents made of it: what calendars hold.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "model/campaign.hpp"

namespace thidua::model {

/// One day or period of a milestone. Which one it is (the milestone, the year) never changes, however often it moves.
struct Occurrence {
  std::optional<int> for_year;  ///< of a milestone that comes each year
  const When* when = nullptr;   ///< what gives the day; the last one that did, where it is cancelled
  std::optional<Date> due;      ///< the date as given; absent for a period
  std::chrono::sys_days first, last;
  int moved = 0;           ///< how often it changed since it was first published
  bool cancelled = false;  ///< withdrawn, or a later document gives no day for it
};

/// By year; empty where neither the plan nor a later document gives a day.
///
/// What is due before a day, month, quarter or year falls on the first day of that, what is due by or within it on its
/// last. A period without a start is its last day, one without an end its first. A later document counts for what
/// falls, or through it comes to fall, on the day from which it holds or later.
std::vector<Occurrence> occurrences(const Milestone& milestone);

/// The last day on which it is still in time: 2024-03-14 for "before 15 March 2024".
inline std::chrono::sys_days last_day_in_time(const Occurrence& one) {
  const bool strict = one.due && one.when->is == WhenKind::before;
  return one.last - std::chrono::days(strict ? 1 : 0);
}

/// Whether nobody has to meet the milestone any more on a day.
inline bool is_withdrawn(const Milestone& milestone, const Date& day) {
  return milestone.withdrawn && milestone.withdrawn->on.first_day() <= day.last_day();
}

}  // namespace thidua::model
