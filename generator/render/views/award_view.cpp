// What the plan says of awards: forms, rounds, quotas, standards, dossiers.
#include "render/records/finding_view.hpp"
#include "render/views/campaign_view.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::render {
namespace {

using model::Given;

View round_names(const CampaignContext& c, const std::vector<std::size_t>& rounds) {
  return list_of(rounds, [&](std::size_t i) { return View(c.campaign.rounds[i].name); });
}

View form_names(const CampaignContext& c, const std::vector<std::size_t>& forms) {
  return list_of(forms, [&](std::size_t i) { return View(c.campaign.award_forms[i].name); });
}

View kind_names(const CampaignContext& c, const std::vector<model::RecipientKind>& kinds) {
  return list_of(kinds, [&](model::RecipientKind kind) { return View(c.words.name("recipient", kind)); });
}

/// The names of a list in one text, joined by commas; false where there are none.
View joined(const View& names) {
  std::string out;
  for (const View& name : *names.as_list()) out += (out.empty() ? "" : ", ") + std::string(*name.as_text());
  return optional(out);
}

/// {text, units, stated, clauses}: text is given where the plan names nobody.
View role_view(const CampaignContext& c, const model::Role& role) {
  View text = false;
  if (role.is == Given::not_stated) text = c.words.get("given.not_stated");
  if (role.is == Given::delegated) text = c.words.fill("given.delegated_by", {{"by", role.by}});
  return object("text", std::move(text), "units", c.words.unit_links(role.units), "stated", role.is == Given::stated,
                "clauses", c.words.clause_links(c.campaign, role.clauses));
}

bool is_stated(const model::GivenNumber& number) { return number.is <= model::CountKind::all_who_qualify; }

/// "2024, 2025"; false where there are none.
View years_text(const std::vector<int>& years) {
  return joined(list_of(years, [](int year) { return View(std::to_string(year)); }));
}

/// What later documents made of the number, oldest first: [{count, stated, years, from, clauses}].
View changes_view(const CampaignContext& c, const std::vector<model::Change<model::GivenNumber>>& changes) {
  return list_of(changes, [&](const model::Change<model::GivenNumber>& change) {
    return object("count", c.words.count(change.value), "stated", is_stated(change.value), "years",
                  years_text(change.years), "from", c.words.date(change.from), "clauses",
                  c.words.clause_links(c.campaign, change.clauses));
  });
}

View quota_view(const CampaignContext& c, const model::Quota& quota) {
  return object("recipient", c.words.name("recipient", quota.recipient), "block",
                quota.block ? c.words.unit_links({*quota.block}) : list(), "has_block", quota.block.has_value(),
                "part_of", quota.part_of, "count", c.words.count(quota.count), "stated", is_stated(quota.count), "text",
                optional(quota.text), "changes", changes_view(c, quota.changes), "has_changes", !quota.changes.empty(),
                "clauses", c.words.clause_links(c.campaign, quota.clauses));
}

/// [{rounds, has_rounds, quotas}]: the quotas of an award form, those that follow each other for the same rounds
/// together.
View quota_groups(const CampaignContext& c, std::size_t form) {
  std::vector<const model::Quota*> found;
  for (const model::Quota& quota : c.campaign.quotas) {
    if (quota.award_form == form) found.push_back(&quota);
  }
  View groups = list();
  for (std::size_t i = 0; i < found.size();) {
    const std::vector<std::size_t>& rounds = found[i]->rounds;
    View quotas = list();
    for (; i < found.size() && found[i]->rounds == rounds; ++i) append(quotas, quota_view(c, *found[i]));
    append(groups,
           object("rounds", round_names(c, rounds), "has_rounds", !rounds.empty(), "quotas", std::move(quotas)));
  }
  return groups;
}

View form_view(const CampaignContext& c, std::size_t position) {
  const model::AwardForm& form = c.campaign.award_forms[position];
  View groups = quota_groups(c, position);
  const bool has_quotas = groups.is_filled_list();
  return object("name", form.name, "kind", c.words.name("award", form.kind), "kinds", kind_names(c, form.recipients),
                "has_kinds", !form.recipients.empty(), "proposer", role_view(c, form.proposer), "council",
                role_view(c, form.council), "grantor", role_view(c, form.grantor), "quota_groups", std::move(groups),
                "has_quotas", has_quotas, "clauses", c.words.clause_links(c.campaign, form.clauses));
}

/// "two years in a row", "at least one initiative"; false where the check has no count.
View check_count(const CampaignContext& c, const model::Check& check) {
  if (!check.count) return false;
  const std::string number = std::to_string(*check.count);
  if (check.kind != model::CheckKind::initiative) return c.words.fill("check.years_in_a_row", {{"count", number}});
  return c.words.fill("check.initiatives",
                      {{"count", check.comparator ? c.words.bound(*check.comparator, number, "") : number}});
}

/// The parts of a check that say what a program compares, in words: "index at least 90 %".
View check_view(const CampaignContext& c, const std::optional<model::Check>& check) {
  if (!check) return false;
  std::string places;
  for (const int place : check->places) places += (places.empty() ? "" : ", ") + std::to_string(place);
  std::string years;
  for (const int year : check->years) years += (years.empty() ? "" : ", ") + std::to_string(year);
  View view;
  view["kind"] = c.words.name("check", check->kind);
  view["bound"] = check->comparator && check->value
                      ? View(c.words.bound(*check->comparator, check->spelling, check->unit))
                      : View(false);
  view["count"] = check_count(c, *check);
  view["years"] = optional(years);
  view["places"] = optional(places);
  view["within"] = check->within ? c.words.unit_links({*check->within}) : list();
  view["has_within"] = check->within.has_value();
  view["rating"] = check->rating ? View(c.words.name("rating", *check->rating)) : View(false);
  view["scope"] = check->scope ? View(c.words.name("scope", *check->scope)) : View(false);
  view["award_form"] = check->award_form ? View(c.campaign.award_forms[*check->award_form].name) : View(false);
  view["deadline"] = check->milestone ? View(c.campaign.milestones[*check->milestone].name) : View(false);
  view["recognised_by"] = optional(check->recognised_by);
  return view;
}

/// Appends a condition and those below it, in order: templates do not recur. `opens` says that a group below it begins,
/// and `closes` has one entry for each group that ends with it, of which `ends` end with the condition and all below
/// it.
void flatten(const CampaignContext& c, const model::Condition& condition, std::size_t depth, std::size_t ends,
             View& out) {
  const std::vector<model::Condition>& below = condition.conditions;
  View view;
  view["text"] = condition.text;
  view["depth"] = std::to_string(depth);
  view["kinds"] = kind_names(c, condition.recipients);
  view["has_kinds"] = !condition.recipients.empty();
  view["block"] = condition.block ? c.words.unit_links({*condition.block}) : list();
  view["has_block"] = condition.block.has_value();
  view["rounds"] = round_names(c, condition.rounds);
  view["has_rounds"] = !condition.rounds.empty();
  view["logic"] = below.empty() ? View(false) : View(c.words.name("logic", condition.logic));
  view["opens"] = !below.empty();
  view["closes"] = list_of(std::vector<int>(below.empty() ? ends : 0), [](int) { return View(true); });
  view["check"] = check_view(c, condition.check);
  view["attested_by"] = c.words.unit_links(condition.attested_by);
  view["has_attested_by"] = !condition.attested_by.empty();
  view["clauses"] = c.words.clause_links(c.campaign, condition.clauses);
  append(out, std::move(view));
  for (std::size_t i = 0; i < below.size(); ++i)
    flatten(c, below[i], depth + 1, i + 1 == below.size() ? ends + 1 : 0, out);
}

View conditions_view(const CampaignContext& c, const std::vector<model::Condition>& conditions) {
  View out = list();
  for (const model::Condition& condition : conditions) flatten(c, condition, 1, 0, out);
  return out;
}

/// What a standard and a dossier have alike: for which forms and rounds, whether the plan states it, and whom it leaves
/// it to.
template <class Rule>
View rule_view(const CampaignContext& c, const Rule& rule) {
  View view;
  view["forms"] = form_names(c, rule.award_forms);
  view["has_forms"] = !rule.award_forms.empty();
  view["form_names"] = joined(*view.get("forms"));
  view["rounds"] = round_names(c, rule.rounds);
  view["has_rounds"] = !rule.rounds.empty();
  view["not_stated"] = rule.is == Given::not_stated;
  view["delegated"] = rule.is == Given::delegated;
  view["to"] = c.words.unit_links(rule.to);
  view["has_to"] = !rule.to.empty();
  view["by"] = optional(rule.by);
  view["text"] = optional(rule.text);
  view["clauses"] = c.words.clause_links(c.campaign, rule.clauses);
  return view;
}

View standard_view(const CampaignContext& c, const model::Standard& standard) {
  View view = rule_view(c, standard);
  view["kinds"] = kind_names(c, standard.recipients);
  view["kind_names"] = joined(*view.get("kinds"));
  view["stated"] = standard.is == Given::stated;
  view["logic"] = c.words.name("logic", standard.logic);
  view["conditions"] = conditions_view(c, standard.conditions);
  view["has_conditions"] = !standard.conditions.empty();
  return view;
}

}  // namespace

View dossier_view(const CampaignContext& c, const model::Dossier& dossier) {
  View view = rule_view(c, dossier);
  view["parts"] = list_of(dossier.parts, [&](const model::DossierPart& p) {
    return object("name", p.name, "form", optional(p.form), "confirmed_by", optional(p.confirmed_by), "clauses",
                  c.words.clause_links(c.campaign, p.clauses));
  });
  view["has_parts"] = !dossier.parts.empty();
  view["copies"] = c.words.count(dossier.copies);
  view["addressee"] = role_view(c, dossier.addressee);
  view["through"] = c.words.unit_links(dossier.through);
  view["has_through"] = !dossier.through.empty();
  return view;
}

View round_view(const CampaignContext& c, const model::Round& round) {
  std::string years;
  for (const int year : round.years) years += (years.empty() ? "" : ", ") + std::to_string(year);
  View covers = round.covers ? View(c.words.period(*round.covers)) : View(false);
  return object("name", round.name, "kind", c.words.name("round", round.kind), "years",
                years.empty() ? c.words.get("round.no_years") : years, "stated", !round.years.empty(), "covers",
                std::move(covers), "clauses", c.words.clause_links(c.campaign, round.clauses));
}

View award_rules(const CampaignContext& c) {
  const model::Campaign& campaign = c.campaign;
  View forms = list();
  for (std::size_t i = 0; i < campaign.award_forms.size(); ++i) append(forms, form_view(c, i));
  View view;
  view["forms"] = std::move(forms);
  view["has_forms"] = !campaign.award_forms.empty();
  view["rounds"] = list_of(campaign.rounds, [&](const model::Round& r) { return round_view(c, r); });
  view["has_rounds"] = !campaign.rounds.empty();
  view["standards"] = list_of(campaign.standards, [&](const model::Standard& s) { return standard_view(c, s); });
  view["has_standards"] = !campaign.standards.empty();
  view["conditions"] = conditions_view(c, campaign.conditions);
  view["has_conditions"] = !campaign.conditions.empty();
  view["dossiers"] = list_of(campaign.dossiers, [&](const model::Dossier& d) { return dossier_view(c, d); });
  view["has_dossiers"] = !campaign.dossiers.empty();
  const auto document = rules::audit_document(campaign);
  view["has_checks"] = !document.empty();
  view["checks"] = checks_view(c, document);
  return view;
}

}  // namespace thidua::render
