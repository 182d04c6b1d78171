// What may not be published in detail, or no data can carry, is attested by a body that answers for it.
//
// What: a condition without a check of its own, or one of these: no discipline in force or under consideration, a
// rating not below, a recognised initiative, tasks done on time. An attestation of the award must be about the clause
// (and, for those four, name the check), and reach the level, share or count that the plan asks for. Parameters: check,
// rating, value, count, recognised_by. Cannot be verified: no attestation, one without the level, or an initiative
// recognised by another than the plan's words name. Why: a reader sees who confirmed it and when, never the detail.
#include <algorithm>

#include "base/text.hpp"
#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

using model::Attestation;
using model::Check;
using model::CheckKind;
using model::Condition;

bool shares_clause(const model::Clauses& a, const model::Clauses& b) {
  return std::any_of(a.begin(), a.end(), [&](const model::ClauseRef& x) {
    return std::any_of(b.begin(), b.end(),
                       [&](const model::ClauseRef& y) { return x.document == y.document && x.clause == y.clause; });
  });
}

bool is_about(const Attestation& attestation, const Condition& condition) {
  const auto kind = condition.check ? std::optional(condition.check->kind) : std::nullopt;
  return attestation.check == kind && shares_clause(attestation.clauses, condition.clauses);
}

/// One thing that an attestation has to reach: what the plan asks for, what is attested, and whether that is enough.
struct Level {
  Measure required;
  std::optional<Item> attested;
  bool enough = false;
};

std::vector<Level> levels(const Check& check, const Attestation& a) {
  std::vector<Level> out;
  if (check.kind == CheckKind::rating && check.rating) {
    const auto found = a.rating ? std::optional<Item>(RatingName{*a.rating}) : std::nullopt;
    out.push_back({{Bound::at_least, {RatingName{*check.rating}}}, found, a.rating && *a.rating >= *check.rating});
  }
  if (check.kind == CheckKind::tasks_on_time && check.value) {
    const auto comparator = check.comparator.value_or(model::Comparator::at_least);
    const bool given = !a.value.spelling.empty();
    const auto found = given ? std::optional<Item>(Amount{a.value.spelling, check.unit, {}}) : std::nullopt;
    out.push_back({{bound_of(comparator), {required_amount(check)}},
                   found,
                   given && holds(comparator, a.value.value, *check.value)});
  }
  if (check.count) {
    const auto comparator =
        check.value ? model::Comparator::at_least : check.comparator.value_or(model::Comparator::at_least);
    const auto found = a.count ? std::optional<Item>(Words{std::to_string(*a.count)}) : std::nullopt;
    out.push_back({{bound_of(comparator), {Words{std::to_string(*check.count)}}},
                   found,
                   a.count && holds(comparator, *a.count, *check.count)});
  }
  return out;
}

void append(Measure& to, const Measure& from) {
  to.bound = to.items.empty() ? from.bound : to.bound;
  to.items.insert(to.items.end(), from.items.begin(), from.items.end());
}

Finding not_attested(const Condition& condition) {
  Finding out = missing(RuleId::attested, condition.clauses, MissingKind::attestation);
  if (!condition.check) return out;
  for (const Level& level : levels(*condition.check, Attestation())) append(out.required, level.required);
  return out;
}

void cannot_tell(Finding& out) {
  out.missing.push_back({MissingKind::attested_value, {}});
  if (out.verdict == Verdict::satisfied) out.verdict = Verdict::cannot_be_verified;
}

void compare(const Check& check, const Attestation& attestation, Finding& out) {
  for (Level& level : levels(check, attestation)) {
    append(out.required, level.required);
    if (!level.attested) {
      cannot_tell(out);
      continue;
    }
    out.found.items.push_back(*level.attested);
    if (!level.enough) out.verdict = Verdict::not_satisfied;
  }
  if (check.recognised_by.empty() || attestation.recognised_by.empty()) return;
  append(out.required, {Bound::none, {Words{check.recognised_by}}});
  out.found.items.emplace_back(Words{attestation.recognised_by});
  if (base::fold(check.recognised_by) != base::fold(attestation.recognised_by)) cannot_tell(out);
}

Finding judge(const Condition& condition, const Attestation& attestation) {
  Finding out = satisfied(RuleId::attested, condition.clauses);
  if (condition.check) compare(*condition.check, attestation, out);
  out.found.items.emplace_back(Words{attestation.by});
  out.found.items.emplace_back(attestation.date);
  return out;
}

}  // namespace

Finding attested(const Condition& condition, const Case& c) {
  std::optional<Finding> out;
  for (const Attestation& attestation : c.award.attestations) {
    if (!is_about(attestation, condition)) continue;
    Finding finding = judge(condition, attestation);
    if (!out || finding.verdict == Verdict::satisfied) out = std::move(finding);
    if (out->verdict == Verdict::satisfied) break;
  }
  return out ? std::move(*out) : not_attested(condition);
}

}  // namespace thidua::rules
