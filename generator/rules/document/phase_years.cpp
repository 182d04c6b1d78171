// The mean of a phase takes as many years as the phase has.
//
// What: a check of the mean of the index that gives a number of years, in a standard or condition for a round that
// covers a phase, gives the number of the years covered. Bad: five years, in a round that covers 2021 to 2024.
// Parameters: count, covers.
#include "rules/audit/audit.hpp"
#include "rules/audit/case.hpp"

namespace thidua::rules {
namespace {

using Rounds = std::vector<std::size_t>;

class Checker {
 public:
  Checker(const model::Campaign& campaign, std::vector<Finding>& findings) : campaign_(campaign), findings_(findings) {}

  /// `rounds`: those that what stands around the conditions is about; empty: all.
  void visit(const std::vector<model::Condition>& conditions, const Rounds& rounds) {
    for (const model::Condition& condition : conditions) {
      const Rounds& own = condition.rounds.empty() ? rounds : condition.rounds;
      if (condition.check) compare(condition, own);
      visit(condition.conditions, own);
    }
  }

 private:
  void compare(const model::Condition& condition, const Rounds& rounds) {
    const model::Check& check = *condition.check;
    if (check.kind != model::CheckKind::index_mean || !check.count) return;
    for (const std::size_t r : rounds) {
      const model::Round& round = campaign_.rounds[r];
      const int years = round.covers ? round.covers->to.year - round.covers->from.year + 1 : *check.count;
      if (years == *check.count) continue;
      Finding out = judged(RuleId::phase_years, condition.clauses, false);
      out.clauses.insert(out.clauses.end(), round.clauses.begin(), round.clauses.end());
      out.required = {Bound::exact, {Words{std::to_string(years)}}};
      out.found.items.emplace_back(Words{std::to_string(*check.count)});
      findings_.push_back(std::move(out));
    }
  }

  const model::Campaign& campaign_;
  std::vector<Finding>& findings_;
};

}  // namespace

void phase_years(const model::Campaign& campaign, std::vector<Finding>& findings) {
  Checker check(campaign, findings);
  for (const model::Standard& standard : campaign.standards) check.visit(standard.conditions, standard.rounds);
  check.visit(campaign.conditions, {});
}

}  // namespace thidua::rules
