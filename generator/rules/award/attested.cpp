// What may not be published in detail, or no data can carry, is attested by a body that answers for it.
//
// What: a condition without a check of its own, or one of these: no discipline in force or under consideration, a
// rating not below, a recognised initiative, tasks done on time. An attestation of the award must be about the clause
// (and, for those four, name the check), and reach the level, share or count that the plan asks for. It is not accepted
// from another than the plan names, from the recipient itself, or from before the first day of the year awarded.
// Parameters: attested_by (units), check, rating, value, count, recognised_by. Cannot be verified: no attestation, one
// without the level, or an initiative recognised by another than the plan's words name. Why: a reader sees who
// confirmed it and when, never the detail. Where one of several attestations is accepted, that is enough.
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

/// The units of which one has to attest; no items where the plan names none.
Measure attesters(const Condition& condition) {
  Measure out{condition.attested_by.size() > 1 ? Bound::one_of : Bound::none, {}};
  for (const model::UnitIndex unit : condition.attested_by) out.items.emplace_back(UnitName{unit});
  return out;
}

Item attester(const Attestation& attestation) {
  if (attestation.by_unit) return UnitName{*attestation.by_unit};
  return Words{attestation.by};
}

/// Whether the attestation is a unit's: by its id, or by its name.
bool is_by(const Attestation& attestation, const Case& c, model::UnitIndex unit) {
  if (attestation.by_unit) return belongs(c.site, *attestation.by_unit, unit);
  return base::fold(attestation.by) == base::fold(c.site.units[unit].name);
}

bool is_by_any(const Attestation& attestation, const Case& c, const model::Units& units) {
  return std::any_of(units.begin(), units.end(), [&](model::UnitIndex unit) { return is_by(attestation, c, unit); });
}

/// Whether words hold a name: "Ông Nguyễn Văn A, Trưởng phòng" holds "Nguyễn Văn A", and not "Nguyễn Văn".
bool is_named(const std::string& words, const std::string& name) {
  const std::string text = ' ' + base::fold(words) + ' ', wanted = base::fold(name);
  const auto is_edge = [](char c) { return c == ' ' || c == ',' || c == ';' || c == '(' || c == ')' || c == '.'; };
  for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) {
    if (is_edge(text[at - 1]) && is_edge(text[at + wanted.size()])) return true;
  }
  return false;
}

bool is_by_recipient(const Attestation& attestation, const Case& c) {
  if (!c.award.name.empty()) return is_named(attestation.by, c.award.name);
  return is_by(attestation, c, c.award.unit);
}

/// Why an attestation is not accepted, whatever it says; nothing where it is.
std::optional<Finding> objection(const Condition& condition, const Attestation& attestation, const Case& c) {
  const auto refused = [&](RuleId rule, Measure required) {
    Finding out = judged(rule, condition.clauses, false);
    out.required = std::move(required);
    out.found.items = {attester(attestation), attestation.date};
    return out;
  };
  if (!condition.attested_by.empty() && !is_by_any(attestation, c, condition.attested_by))
    return refused(RuleId::attested_by, attesters(condition));
  if (is_by_recipient(attestation, c)) return refused(RuleId::attested_by_another, {});
  const model::Date first{c.result.year.value_or(1), 0, 1, 1, model::Precision::day};
  if (attestation.date.last_day() < first.first_day()) return refused(RuleId::attested_since, {Bound::after, {first}});
  return std::nullopt;
}

Finding not_attested(const Condition& condition) {
  Finding out = missing(RuleId::attested, condition.clauses, MissingKind::attestation);
  out.required = attesters(condition);
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

Finding judge(const Condition& condition, const Attestation& attestation, const Case& c) {
  if (auto refused = objection(condition, attestation, c)) return *std::move(refused);
  Finding out = satisfied(RuleId::attested, condition.clauses);
  out.required = attesters(condition);
  if (condition.check) compare(*condition.check, attestation, out);
  out.found.items.push_back(attester(attestation));
  out.found.items.emplace_back(attestation.date);
  return out;
}

}  // namespace

Finding attested(const Condition& condition, const Case& c) {
  std::optional<Finding> out;
  for (const Attestation& attestation : c.award.attestations) {
    if (!is_about(attestation, condition)) continue;
    Finding finding = judge(condition, attestation, c);
    if (!out || finding.verdict == Verdict::satisfied) out = std::move(finding);
    if (out->verdict == Verdict::satisfied) break;
  }
  return out ? std::move(*out) : not_attested(condition);
}

}  // namespace thidua::rules
