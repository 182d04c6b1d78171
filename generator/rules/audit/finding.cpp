#include "rules/audit/finding.hpp"

#include <algorithm>
#include <array>

namespace thidua::rules {
namespace {

constexpr auto kRuleNames = std::to_array<std::string_view>({
#define THIDUA_RULE(id, name, en, vi) name,
#include "rules/audit/rules.inc"
#undef THIDUA_RULE
});
constexpr auto kRuleKeys = std::to_array<std::string_view>({
#define THIDUA_RULE(id, name, en, vi) #id,
#include "rules/audit/rules.inc"
#undef THIDUA_RULE
});
constexpr auto kMissingKeys = std::to_array<std::string_view>({
#define THIDUA_MISSING(id, en, vi) #id,
#include "rules/audit/missing.inc"
#undef THIDUA_MISSING
});

bool has(const std::vector<Finding>& parts, Verdict verdict) {
  return std::any_of(parts.begin(), parts.end(), [verdict](const Finding& f) { return f.verdict == verdict; });
}

void count(const std::vector<Finding>& findings, Tally& tally) {
  for (const Finding& finding : findings) {
    if (finding.given != model::Given::stated)
      ++tally.open;
    else if (finding.logic == model::Logic::all && !finding.parts.empty())
      count(finding.parts, tally);
    else
      ++tally.verdicts[static_cast<std::size_t>(finding.verdict)];
  }
}

}  // namespace

std::string_view name_of(RuleId rule) { return kRuleNames[static_cast<std::size_t>(rule)]; }
std::string_view key_of(RuleId rule) { return kRuleKeys[static_cast<std::size_t>(rule)]; }
std::string_view key_of(MissingKind kind) { return kMissingKeys[static_cast<std::size_t>(kind)]; }

Verdict verdict_of(model::Logic logic, const std::vector<Finding>& parts) {
  const bool good = has(parts, Verdict::satisfied), bad = has(parts, Verdict::not_satisfied),
             open = has(parts, Verdict::cannot_be_verified);
  switch (logic) {
    case model::Logic::all:
      return bad ? Verdict::not_satisfied : open ? Verdict::cannot_be_verified : Verdict::satisfied;
    case model::Logic::any:
      return good ? Verdict::satisfied : open ? Verdict::cannot_be_verified : Verdict::not_satisfied;
    case model::Logic::not_stated:
      return open || (good && bad) ? Verdict::cannot_be_verified : bad ? Verdict::not_satisfied : Verdict::satisfied;
  }
  return Verdict::cannot_be_verified;
}

Tally tally_of(const std::vector<Finding>& findings) {
  Tally tally;
  count(findings, tally);
  return tally;
}

std::vector<const Finding*> reasons(const std::vector<Finding>& findings, Verdict verdict) {
  std::vector<const Finding*> out;
  for (const Finding& finding : findings) {
    if (finding.verdict != verdict) continue;
    const auto inner = reasons(finding.parts, verdict);
    if (inner.empty())
      out.push_back(&finding);
    else
      out.insert(out.end(), inner.begin(), inner.end());
  }
  return out;
}

Finding satisfied(RuleId rule, model::Clauses clauses) { return judged(rule, std::move(clauses), true); }

Finding missing(RuleId rule, model::Clauses clauses, MissingKind kind, std::string detail) {
  Finding out = judged(rule, std::move(clauses), true);
  out.verdict = Verdict::cannot_be_verified;
  out.missing.push_back({kind, std::move(detail)});
  return out;
}

Finding left_open(RuleId rule, model::Clauses clauses) {
  Finding out = judged(rule, std::move(clauses), true);
  out.given = model::Given::not_stated;
  return out;
}

Finding left_open(RuleId rule, model::Clauses clauses, model::Given given, model::Units to, std::string by) {
  Finding out = judged(rule, std::move(clauses), true);
  out.given = given;
  out.delegated_to = std::move(to);
  out.delegated_by = std::move(by);
  return out;
}

Finding judged(RuleId rule, model::Clauses clauses, bool holds) {
  Finding out{rule};
  out.clauses = std::move(clauses);
  out.verdict = holds ? Verdict::satisfied : Verdict::not_satisfied;
  return out;
}

void doubt(Finding& finding, MissingKind kind) {
  if (finding.verdict == Verdict::satisfied) finding.verdict = Verdict::cannot_be_verified;
  if (finding.missing.empty()) finding.missing.push_back({kind, {}});
}

}  // namespace thidua::rules
