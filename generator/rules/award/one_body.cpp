// One body for one achievement.
//
// What: no other body has awarded the recipient for the same achievement (compared as it is worded, without regard to
// case and tone marks) in this campaign. Cannot be verified: the recipient holds another award, and it is not recorded
// what one of the two is for, or who granted it.
#include "base/text.hpp"
#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

/// What another award of the recipient, by another body as far as is known, means for this one.
void compare(const Granted& other, const Case& c, Finding& out) {
  const std::string own = base::fold(c.award.achievement), theirs = base::fold(other.award->achievement);
  if (own.empty() || theirs.empty()) return doubt(out, MissingKind::achievement);
  if (own != theirs) return;
  if (!c.result.granted_by || !other.result->granted_by) return doubt(out, MissingKind::grantor);
  out.verdict = Verdict::not_satisfied;
  out.found.items.emplace_back(UnitName{*other.result->granted_by});
  out.found.items.emplace_back(Words{other.result->decision.number});
}

}  // namespace

Finding one_body(const model::Condition& condition, const Case& c) {
  Finding out = satisfied(RuleId::one_body, condition.clauses);
  for (const Granted& other : c.records.of_recipient(c.award)) {
    const bool same_body =
        other.result == &c.result || (c.result.granted_by && other.result->granted_by == c.result.granted_by);
    if (other.award != &c.award && !same_body) compare(other, c, out);
  }
  return out;
}

}  // namespace thidua::rules
