#include "model/schedule/occurrence.hpp"

#include <algorithm>
#include <set>

namespace thidua::model {
namespace {

using Year = std::optional<int>;

struct Days {
  const When* when = nullptr;
  std::optional<Date> due;
  std::chrono::sys_days first, last;

  bool operator==(const Days& other) const {
    return first == other.first && last == other.last && due == other.due && when->is == other.when->is;
  }
};

/// The days that a `when` gives for a year.
std::optional<Days> days_of(const When& when, Year year) {
  for (const DueDate& due : when.dates) {
    if (due.for_year != year) continue;
    const auto day = when.is == WhenKind::before ? due.date.first_day() : due.date.last_day();
    return Days{&when, due.date, day, day};
  }
  const bool period = when.is == WhenKind::from_to && (when.from || when.to) && !year;
  if (!period) return std::nullopt;
  const auto last = when.to ? when.to->last_day() : when.from->first_day();
  return Days{&when, std::nullopt, when.from ? when.from->first_day() : last, last};
}

void gather_years(const When& when, std::set<Year>& years) {
  for (const DueDate& due : when.dates) years.insert(due.for_year);
  if (when.is == WhenKind::from_to) years.insert(std::nullopt);
}

int revisions_of(const Milestone& milestone, Year year) {
  return static_cast<int>(std::count_if(milestone.revisions.begin(), milestone.revisions.end(),
                                        [&](const Revision& r) { return !r.for_year || r.for_year == year; }));
}

/// What later documents make of one occurrence, one after the other.
class Course {
 public:
  Course(const Milestone& milestone, Year year) : days_(days_of(milestone.when, year)), year_(year) {
    if (days_) shown_ = days_;
    moved_ = revisions_of(milestone, year);
    for (const Change<When>& change : milestone.changes) apply(change);
    if (milestone.withdrawn && days_ && days_->last >= milestone.withdrawn->on.first_day()) give(std::nullopt);
  }

  std::optional<Occurrence> end() const {
    if (!shown_) return std::nullopt;
    return Occurrence{year_, shown_->when, shown_->due, shown_->first, shown_->last, moved_, !days_};
  }

 private:
  void apply(const Change<When>& change) {
    if (!change.value.is_about(year_)) return;
    const auto from = change.from.first_day();
    const auto moved = days_of(change.value, year_);
    const bool counts = (days_ && days_->last >= from) || (moved && moved->last >= from);
    if (counts) give(moved);
  }

  void give(const std::optional<Days>& days) {
    if (days == days_) return;
    if (shown_) ++moved_;
    days_ = days;
    if (days) shown_ = days;
  }

  std::optional<Days> days_;   ///< none: it does not take place
  std::optional<Days> shown_;  ///< the last that there were
  Year year_;
  int moved_ = 0;
};

}  // namespace

std::vector<Occurrence> occurrences(const Milestone& milestone) {
  std::set<Year> years;
  gather_years(milestone.when, years);
  for (const Change<When>& change : milestone.changes) gather_years(change.value, years);
  std::vector<Occurrence> out;
  for (const Year& year : years) {
    if (auto occurrence = Course(milestone, year).end()) out.push_back(*occurrence);
  }
  return out;
}

}  // namespace thidua::model
