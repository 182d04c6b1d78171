// The dossier holds every part that the plan lists, in as many copies as it wants.
//
// What: each part, named by its clause; the number of copies, compared as the plan gives it. Where the plan delegates
// or does not say what a dossier holds, the site says so. Parameters: parts, copies. Cannot be verified: no dossier is
// recorded, or not what it holds, or how many copies there were.
#include <algorithm>

#include "rules/award/rules.hpp"

namespace thidua::rules {
namespace {

bool is_about(const std::vector<std::size_t>& forms, std::size_t form) {
  return forms.empty() || std::find(forms.begin(), forms.end(), form) != forms.end();
}

bool holds_part(const model::ReceivedDossier& dossier, const model::DossierPart& part) {
  return std::any_of(part.clauses.begin(), part.clauses.end(), [&](const model::ClauseRef& wanted) {
    return std::any_of(dossier.parts.begin(), dossier.parts.end(), [&](const model::ClauseRef& there) {
      return there.document == wanted.document && there.clause == wanted.clause;
    });
  });
}

Finding parts(const model::Dossier& dossier, const std::optional<model::ReceivedDossier>& received) {
  constexpr auto kRule = RuleId::dossier_parts;
  if (dossier.is != model::Given::stated) return left_open(kRule, dossier.clauses, dossier.is, dossier.to, dossier.by);
  if (!received) return missing(kRule, dossier.clauses, MissingKind::dossier);
  if (received->parts.empty() && !dossier.parts.empty()) return missing(kRule, dossier.clauses, MissingKind::parts);
  Finding out = satisfied(kRule, dossier.clauses);
  for (const model::DossierPart& part : dossier.parts) {
    out.parts.push_back(judged(kRule, part.clauses, holds_part(*received, part)));
    out.parts.back().text = part.name;
  }
  out.verdict = verdict_of(model::Logic::all, out.parts);
  return out;
}

std::optional<model::Comparator> comparator_of(model::CountKind kind) {
  return kind <= model::CountKind::less_than ? std::optional(static_cast<model::Comparator>(kind)) : std::nullopt;
}

Finding copies(const model::Dossier& dossier, const std::optional<model::ReceivedDossier>& received) {
  constexpr auto kRule = RuleId::dossier_copies;
  const auto comparator = comparator_of(dossier.copies.is);
  if (!comparator) {
    const bool delegated = dossier.copies.is == model::CountKind::delegated;
    return left_open(kRule, dossier.clauses, delegated ? model::Given::delegated : model::Given::not_stated,
                     dossier.copies.to, dossier.copies.by);
  }
  const int* found = received && received->copies ? &*received->copies : nullptr;
  Finding out = found ? judged(kRule, dossier.clauses, holds(*comparator, *found, dossier.copies.value))
                      : missing(kRule, dossier.clauses, MissingKind::copies);
  out.required = {bound_of(*comparator), {Words{dossier.copies.spelling}}};
  if (found) out.found.items.emplace_back(Words{std::to_string(*found)});
  return out;
}

}  // namespace

void dossier_complete(const Case& c, std::vector<Finding>& findings) {
  for (const model::Dossier& dossier : c.campaign.dossiers) {
    if (!is_about(dossier.award_forms, c.award.award_form) || !applies_to_round(dossier.rounds, c.result)) continue;
    findings.push_back(parts(dossier, c.award.dossier));
    findings.push_back(copies(dossier, c.award.dossier));
  }
}

}  // namespace thidua::rules
