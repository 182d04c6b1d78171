#include "model/campaign_reader.hpp"

namespace thidua::model {
namespace {

AwardForm read_award_form(const Fields& f, const CampaignReader& reader) {
  const auto role = [&](const Fields& r) { return reader.role(r); };
  return {f.text("id"),
          f.text("name"),
          f.word("kind", AwardKind::commendation),
          f.words<RecipientKind>("for"),
          f.nested("proposer", role).value_or(Role{}),
          f.nested("council", role).value_or(Role{}),
          f.nested("grantor", role).value_or(Role{}),
          reader.clauses_of(f)};
}

Round read_round(const Fields& f, const CampaignReader& reader) {
  return {f.text("id"),
          f.text("name"),
          f.word("kind", RoundKind::annual),
          f.integers("years"),
          f.nested("covers", [](const Fields& p) { return p.period("from", "to"); }),
          reader.clauses_of(f)};
}

Quota read_quota(const Fields& f, const CampaignReader& reader) {
  return {f.reference("award_form", reader.award_forms).value_or(0),
          f.references("rounds", reader.rounds),
          f.word("for", RecipientKind::collective),
          f.reference("block", reader.site.units),
          f.flag("part_of"),
          f.nested("count", [&](const Fields& c) { return reader.given_number(c); }).value_or(GivenNumber{}),
          f.text("text"),
          reader.changes<GivenNumber>(f, "count", [&](const Fields& c) { return reader.given_number(c); }),
          reader.clauses_of(f)};
}

/// Lists of units within a list.
std::vector<Units> read_routes(const Fields& f, const CampaignReader& reader) {
  std::vector<Units> routes;
  const content::Value* list = f.object().find("routes");
  if (list == nullptr || !list->is_array()) return routes;
  for (const content::Value& route : list->as_array()) routes.push_back(f.references_in(route, reader.site.units));
  return routes;
}

Check read_check(const Fields& f, const CampaignReader& reader) {
  Check check;
  check.kind = f.word("kind", CheckKind::index);
  check.comparator = f.word<Comparator>("comparator");
  check.value = f.number("value");
  check.spelling = f.spelling("value");
  check.unit = f.text("unit");
  check.count = f.integer("count");
  check.years = f.integers("years");
  check.places = f.integers("places");
  check.within = f.reference("within", reader.site.units);
  check.rating = f.word<Rating>("rating");
  check.scope = f.word<Scope>("scope");
  check.award_form = f.reference("award_form", reader.award_forms);
  check.freed_by = f.reference("freed_by", reader.award_forms);
  check.milestone = f.reference("milestone", reader.milestones);
  check.recognised_by = f.text("recognised_by");
  check.routes = read_routes(f, reader);
  return check;
}

Condition read_condition(const Fields& f, const CampaignReader& reader) {
  Condition condition;
  condition.text = f.text("text");
  condition.recipients = f.words<RecipientKind>("for");
  condition.block = f.reference("block", reader.site.units);
  condition.rounds = f.references("rounds", reader.rounds);
  condition.logic = f.word("logic", Logic::not_stated);
  condition.conditions = f.list("conditions", [&](const Fields& c) { return read_condition(c, reader); });
  condition.check = f.nested("check", [&](const Fields& c) { return read_check(c, reader); });
  condition.attested_by = f.references("attested_by", reader.site.units);
  condition.clauses = reader.clauses_of(f);
  return condition;
}

Standard read_standard(const Fields& f, const CampaignReader& reader) {
  return {f.text("id"),
          f.references("award_forms", reader.award_forms),
          f.references("rounds", reader.rounds),
          f.words<RecipientKind>("for"),
          f.word("is", Given::not_stated),
          f.references("to", reader.site.units),
          f.text("by"),
          f.text("text"),
          f.word("logic", Logic::not_stated),
          f.list("conditions", [&](const Fields& c) { return read_condition(c, reader); }),
          reader.clauses_of(f)};
}

Dossier read_dossier(const Fields& f, const CampaignReader& reader) {
  const auto part = [&](const Fields& p) {
    return DossierPart{p.text("name"), p.text("form"), p.text("confirmed_by"), reader.clauses_of(p)};
  };
  return {f.references("award_forms", reader.award_forms),
          f.references("rounds", reader.rounds),
          f.word("is", Given::not_stated),
          f.references("to", reader.site.units),
          f.text("by"),
          f.text("text"),
          f.list("parts", part),
          f.nested("copies", [&](const Fields& c) { return reader.given_number(c); }).value_or(GivenNumber{}),
          f.nested("addressee", [&](const Fields& r) { return reader.role(r); }).value_or(Role{}),
          f.references("through", reader.site.units),
          reader.clauses_of(f)};
}

}  // namespace

void read_award_rules(const Fields& root, const CampaignReader& reader, Campaign& campaign) {
  campaign.award_forms = root.list("award_forms", [&](const Fields& f) { return read_award_form(f, reader); });
  campaign.rounds = root.list("rounds", [&](const Fields& f) { return read_round(f, reader); });
  campaign.quotas = root.list("quotas", [&](const Fields& f) { return read_quota(f, reader); });
  campaign.standards = root.list("standards", [&](const Fields& f) { return read_standard(f, reader); });
  campaign.conditions = root.list("conditions", [&](const Fields& f) { return read_condition(f, reader); });
  campaign.dossiers = root.list("dossiers", [&](const Fields& f) { return read_dossier(f, reader); });
}

}  // namespace thidua::model
