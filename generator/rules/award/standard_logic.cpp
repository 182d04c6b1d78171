// The standard of an award form: its conditions, joined as the plan joins them.
//
// What: each condition is a check, an attested fact, or a group of conditions; a group asks for all of them or for any.
// Where the plan does not say which, the whole is satisfied only where all are, and not satisfied only where none is;
// else nobody can tell. A condition for another block, round or kind of recipient is left out.
// Parameters: logic. Clause: the standard's own.
#include <algorithm>

#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

using model::CheckKind;
using model::Condition;

bool concerns(const Condition& condition, const Case& c) {
  const auto& kinds = condition.recipients;
  if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), c.award.recipient) == kinds.end()) return false;
  if (condition.block && !belongs(c.site, c.award.unit, *condition.block)) return false;
  return applies_to_round(condition.rounds, c.result);
}

Finding check(const Condition& condition, const Case& c) {
  switch (condition.check->kind) {
    case CheckKind::index:
      return index_threshold(condition, c);
    case CheckKind::index_mean:
      return index_mean(condition, c);
    case CheckKind::index_streak:
      return index_streak(condition, c);
    case CheckKind::rank:
      return rank_in_block(condition, c);
    case CheckKind::registration:
      return registered_in_time(condition, c);
    case CheckKind::own_plan_issued:
      return own_plan_issued(condition, c);
    case CheckKind::one_award:
      return one_award(condition, c);
    case CheckKind::one_body:
      return one_body(condition, c);
    case CheckKind::not_both:
      return not_both(condition, c);
    case CheckKind::not_awarded:
      return not_awarded(condition, c);
    case CheckKind::audience:
      return audience_fits(c, condition.clauses);
    case CheckKind::rating:
    case CheckKind::tasks_on_time:
    case CheckKind::not_under_discipline:
    case CheckKind::initiative:
      return attested(condition, c);
  }
  return attested(condition, c);
}

Finding group(RuleId rule, model::Logic logic, std::vector<Finding> parts, model::Clauses clauses) {
  Finding out{rule};
  out.clauses = std::move(clauses);
  out.logic = parts.size() == 1 ? model::Logic::all : logic;
  out.parts = std::move(parts);
  out.verdict = verdict_of(out.logic, out.parts);
  const auto is = [&](Verdict verdict) {
    return std::any_of(out.parts.begin(), out.parts.end(), [&](const Finding& f) { return f.verdict == verdict; });
  };
  const bool undecided = is(Verdict::satisfied) && is(Verdict::not_satisfied);
  if (out.logic == model::Logic::not_stated && undecided) out.missing.push_back({MissingKind::logic, {}});
  return out;
}

Finding one_condition(const Condition& condition, const Case& c) {
  Finding out = !condition.conditions.empty()
                    ? group(RuleId::condition, condition.logic, conditions(condition.conditions, c), condition.clauses)
                : condition.check ? check(condition, c)
                                  : attested(condition, c);
  out.text = condition.text;
  return out;
}

}  // namespace

std::vector<Finding> conditions(const std::vector<Condition>& conditions, const Case& c) {
  std::vector<Finding> out;
  out.reserve(conditions.size());
  for (const Condition& condition : conditions) {
    if (concerns(condition, c)) out.push_back(one_condition(condition, c));
  }
  return out;
}

Finding standard_logic(const model::Standard& standard, const Case& c) {
  if (standard.is != model::Given::stated) {
    Finding open = left_open(RuleId::standard, standard.clauses, standard.is, standard.to, standard.by);
    open.text = standard.text;
    return open;
  }
  Finding out = group(RuleId::standard, standard.logic, conditions(standard.conditions, c), standard.clauses);
  out.text = standard.text;
  return out;
}

}  // namespace thidua::rules
