#include "rules/audit/acknowledged.hpp"

#include <algorithm>

namespace thidua::rules {
namespace {

bool holds(const model::Clauses& clauses, const model::ClauseRef& clause) {
  return std::find(clauses.begin(), clauses.end(), clause) != clauses.end();
}

}  // namespace

bool accepts(const model::Acknowledgement& given, const Finding& finding) {
  return std::all_of(finding.clauses.begin(), finding.clauses.end(),
                     [&](const model::ClauseRef& clause) { return holds(given.clauses, clause); });
}

bool accepted_by_any(const std::vector<model::Acknowledgement>& given, const Finding& finding) {
  return std::any_of(given.begin(), given.end(), [&](const auto& one) { return accepts(one, finding); });
}

std::vector<const Finding*> unacknowledged(const AwardAudit& audit, const model::Award& award) {
  if (audit.verdict != Verdict::not_satisfied) return {};
  std::vector<const Finding*> out = reasons(audit.findings, Verdict::not_satisfied);
  std::erase_if(out, [&](const Finding* f) { return accepted_by_any(award.acknowledgements, *f); });
  return out;
}

bool is_acknowledged(const AwardAudit& audit, const model::Award& award) {
  return audit.verdict == Verdict::not_satisfied && unacknowledged(audit, award).empty();
}

model::Clauses unused_clauses(const model::Acknowledgement& given, const std::vector<const Finding*>& failed) {
  model::Clauses out = given.clauses;
  std::erase_if(out, [&](const model::ClauseRef& clause) {
    return std::any_of(failed.begin(), failed.end(),
                       [&](const Finding* f) { return f->clauses.empty() || holds(f->clauses, clause); });
  });
  return out;
}

}  // namespace thidua::rules
