#include "rules/plans/ideal_award.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thidua::testing {
namespace {

using namespace thidua::model;

class Attester {
 public:
  Attester(const Campaign& campaign, const Result& result, const std::vector<std::string>& via)
      : campaign_(campaign), result_(result), via_(via) {}

  void all_of(const std::vector<Condition>& conditions) {
    for (const Condition& condition : conditions) attest(condition);
  }

  std::vector<Attestation> take() { return std::move(out_); }

 private:
  void attest(const Condition& condition) {
    if (condition.conditions.empty()) return leaf(condition);
    if (condition.logic == Logic::any) return any_of(condition.conditions);
    all_of(condition.conditions);
  }

  void any_of(const std::vector<Condition>& conditions) {
    bool found = false;
    for (const Condition& condition : conditions) {
      if (!is_wanted(condition)) continue;
      attest(condition);
      found = true;
    }
    if (!found) attest(conditions.front());
  }

  bool is_wanted(const Condition& condition) const {
    const auto named = [&](const ClauseRef& ref) {
      const std::string& path = campaign_.documents[ref.document].clauses[ref.clause].path;
      return std::find(via_.begin(), via_.end(), path) != via_.end();
    };
    return std::any_of(condition.clauses.begin(), condition.clauses.end(), named) ||
           std::any_of(condition.conditions.begin(), condition.conditions.end(),
                       [&](const Condition& inner) { return is_wanted(inner); });
  }

  void leaf(const Condition& condition) {
    constexpr std::array kAttested = {CheckKind::rating, CheckKind::tasks_on_time, CheckKind::not_under_discipline,
                                      CheckKind::initiative};
    Attestation out;
    out.clauses = condition.clauses;
    out.by = "Phòng Thí Dụ";
    out.date = result_.decision.date;
    if (condition.check) {
      const Check& check = *condition.check;
      if (std::find(kAttested.begin(), kAttested.end(), check.kind) == kAttested.end()) return;
      out.check = check.kind;
      out.rating = check.rating;
      out.count = check.count;
      if (check.value) out.value = {check.spelling, *check.value};
    }
    out_.push_back(out);
  }

  const Campaign& campaign_;
  const Result& result_;
  const std::vector<std::string>& via_;
  std::vector<Attestation> out_;
};

std::optional<UnitIndex> actor(const Role& role) {
  return role.is == Given::stated ? std::optional(role.units.front()) : std::nullopt;
}

bool is_about(const std::vector<std::size_t>& forms, std::size_t form) {
  return forms.empty() || std::find(forms.begin(), forms.end(), form) != forms.end();
}

ReceivedDossier whole_dossier(const Campaign& campaign, std::size_t form) {
  ReceivedDossier out;
  for (const Dossier& dossier : campaign.dossiers) {
    if (!is_about(dossier.award_forms, form)) continue;
    for (const DossierPart& part : dossier.parts) out.parts.push_back(part.clauses.front());
    if (dossier.copies.is <= CountKind::less_than) out.copies = static_cast<int>(dossier.copies.value);
  }
  return out;
}

}  // namespace

Award ideal_award(const Campaign& campaign, std::size_t form, const Result& result, RecipientKind recipient,
                  const std::vector<std::string>& via) {
  Award out;
  out.award_form = form;
  out.recipient = recipient;
  out.proposed_by = actor(campaign.award_forms[form].proposer);
  out.considered_by = actor(campaign.award_forms[form].council);
  out.dossier = whole_dossier(campaign, form);
  Attester attester(campaign, result, via);
  attester.all_of(campaign.conditions);
  for (const Standard& standard : campaign.standards) {
    const auto& kinds = standard.recipients;
    const bool same_kind = std::find(kinds.begin(), kinds.end(), recipient) != kinds.end();
    if (is_about(standard.award_forms, form) && same_kind) attester.all_of(standard.conditions);
  }
  out.attestations = attester.take();
  return out;
}

}  // namespace thidua::testing
