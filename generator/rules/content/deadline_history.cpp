// The history of a deadline does not hold.
//
// What: each revision and withdrawal of a milestone names what made it, a clause or a document; a revision is of a year
// that the milestone has; and the date before it is another one than that after it.
// Why: calendars of readers are told that a deadline moved or went; what moved it has to be there to be read.
// Bad:  "revisions": [{"before": "2025-03-15", "on": "2025-02-01"}]
// Good: the same with "clause": "huong-dan#2", or with "document": "Công văn số 12/UBND-VX".
#include <algorithm>
#include <vector>

#include "rules/rule.hpp"

namespace thidua::rules {
namespace {

using model::Milestone;
using model::Revision;

void has_source(const model::Source& source, const Place& place, const Milestone& milestone, Diagnostics& diagnostics) {
  if (source.clauses.empty() && source.document.empty())
    diagnostics.add(Code::history_without_source, place, {milestone.id});
}

/// The days that the milestone has now for the year of a revision; of all years, where it names none.
std::vector<model::Date> dates_now(const Milestone& milestone, std::optional<int> year) {
  std::vector<model::Date> out;
  for (const model::DueDate& due : milestone.when.dates) {
    if (!year || due.for_year == year) out.push_back(due.date);
  }
  if (milestone.when.to) out.push_back(*milestone.when.to);
  return out;
}

void changes_something(const Milestone& milestone, std::size_t position, Diagnostics& diagnostics) {
  const Revision& revision = milestone.revisions[position];
  const auto next = std::find_if(milestone.revisions.begin() + static_cast<std::ptrdiff_t>(position) + 1,
                                 milestone.revisions.end(), [&](const Revision& later) {
                                   return !later.for_year || !revision.for_year || later.for_year == revision.for_year;
                                 });
  const auto after = next == milestone.revisions.end() ? dates_now(milestone, revision.for_year)
                                                       : std::vector<model::Date>{next->before};
  if (std::find(after.begin(), after.end(), revision.before) != after.end())
    diagnostics.add(Code::revision_without_change, revision.place, {milestone.id, to_string(revision.before)});
}

void is_of_a_year(const Milestone& milestone, const Revision& revision, Diagnostics& diagnostics) {
  if (revision.for_year && dates_now(milestone, revision.for_year).empty())
    diagnostics.add(Code::revision_of_other_year, revision.place, {milestone.id, std::to_string(*revision.for_year)});
}

}  // namespace

void deadline_history(const model::Campaign& campaign, Diagnostics& diagnostics) {
  for (const Milestone& milestone : campaign.milestones) {
    for (std::size_t i = 0; i < milestone.revisions.size(); ++i) {
      has_source(milestone.revisions[i].source, milestone.revisions[i].place, milestone, diagnostics);
      is_of_a_year(milestone, milestone.revisions[i], diagnostics);
      changes_something(milestone, i, diagnostics);
    }
    if (milestone.withdrawn)
      has_source(milestone.withdrawn->source, milestone.withdrawn->place, milestone, diagnostics);
  }
}

}  // namespace thidua::rules
