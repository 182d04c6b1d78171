#include "model/read_campaign.hpp"

#include <algorithm>

#include "model/campaign_reader.hpp"

namespace thidua::model {
namespace {

/// Real places and invented ones never mix: a campaign is about what its locality is.
void place_in_locality(const Fields& root, const SiteIndex& site, CampaignReader& reader) {
  reader.locality_id = root.text("locality");
  reader.locality = site.localities.find(reader.locality_id);
  if (!reader.locality) return;
  root.reading().invented = site.localities.is_invented(*reader.locality);
  if (root.reading().invented != root.flag("illustrative"))
    root.report(Code::real_and_invented, "locality", {reader.locality_id});
}

/// Registers the ids of a list before any reference to them is read; reports one given twice.
void index_ids(const Fields& root, std::string_view key, Index& index) {
  std::size_t position = 0;
  root.each(key, [&](const Fields& item) {
    if (!index.add(item.text("id"), position++)) item.report(Code::duplicate_id, "id", {item.text("id")});
  });
}

void index_targets(const Fields& root, CampaignReader& reader) {
  std::size_t criterion = 0;
  root.each("criteria", [&](const Fields& c) {
    std::size_t target = 0;
    c.each("targets", [&](const Fields& t) {
      if (reader.targets.add(t.text("id"), reader.target_refs.size()))
        reader.target_refs.push_back({criterion, target});
      else
        t.report(Code::duplicate_id, "id", {t.text("id")});
      ++target;
    });
    ++criterion;
  });
}

void index_all_ids(const Fields& root, CampaignReader& reader) {
  index_ids(root, "citations", reader.citations);
  index_ids(root, "audiences", reader.audiences);
  index_ids(root, "criteria_groups", reader.groups);
  index_ids(root, "award_forms", reader.award_forms);
  index_ids(root, "rounds", reader.rounds);
  index_ids(root, "milestones", reader.milestones);
  index_ids(root, "standards", reader.standards);
  for (const std::string_view key : {"criteria", "notes"}) {
    Index own(Code::unknown_id);
    index_ids(root, key, own);
  }
  index_targets(root, reader);
}

void read_document_head(const Fields& root, const CampaignReader& reader, Campaign& campaign) {
  root.nested("document", [&](const Fields& document) {
    document.nested("number", [&](const Fields& f) {
      campaign.number = {f.word("is", FieldState::absent), f.text("number"), reader.clauses_of(f)};
      return 0;
    });
    document.nested("date", [&](const Fields& f) {
      campaign.date = {f.word("is", FieldState::absent), f.date("date"), f.text("place"), reader.clauses_of(f)};
      return 0;
    });
    document.nested("signer", [&](const Fields& f) {
      campaign.signer = {f.word("is", FieldState::absent), f.text("name"), f.text("position"), f.text("on_behalf_of"),
                         reader.clauses_of(f)};
      return 0;
    });
    return 0;
  });
}

Citation read_citation(const Fields& f, const CampaignReader& reader) {
  return {f.text("id"),        f.word("kind", CitationKind::decision),
          f.text("number"),    f.date("date"),
          f.text("issuer"),    f.text("name"),
          reader.clauses_of(f)};
}

Parent read_parent(const Fields& f, const CampaignReader& reader) {
  return {f.reference("campaign", reader.site.campaigns), f.reference("citation", reader.citations),
          reader.clauses_of(f)};
}

Themes read_themes(const Fields& f, const CampaignReader& reader) {
  return {f.text("text"), f.references("chosen_by", reader.site.units),
          f.list("by_year",
                 [&](const Fields& y) {
                   return YearTheme{y.integer("year").value_or(0), y.text("name"), reader.clauses_of(y)};
                 }),
          reader.clauses_of(f)};
}

Audience read_audience(const Fields& f, const CampaignReader& reader) {
  return {f.text("id"), f.text("name"), f.words<RecipientKind>("for"), f.references("units", reader.site.units),
          reader.clauses_of(f)};
}

Target read_target(const Fields& f) {
  return {f.text("id"),           f.text("what"),      f.word("comparator", Comparator::exact),
          f.spelling("value"),    f.quantity("value"), f.text("unit"),
          f.words<Level>("tier"), f.date("due")};
}

Criterion read_criterion(const Fields& f, const CampaignReader& reader) {
  return {f.text("id"),
          f.text("label"),
          f.text("text"),
          f.reference("group", reader.groups),
          f.references("applies_to", reader.audiences),
          f.list("targets", read_target),
          reader.clauses_of(f)};
}

void report_repeated_targets(const Fields& root) {
  Index targets(Code::unknown_id);
  root.each("criteria", [&](const Fields& criterion) {
    criterion.each("targets", [&](const Fields& f) {
      if (!targets.add(f.text("id"), 0)) f.report(Code::duplicate_id, "id", {f.text("id")});
    });
  });
}

void read_substance(const Fields& root, const CampaignReader& reader, Campaign& campaign) {
  const auto text_fact = [&](const Fields& f) { return reader.text_fact(f); };
  campaign.purposes = root.list("purposes", text_fact);
  campaign.requirements = root.list("requirements", text_fact);
  campaign.content_areas = root.list("content_areas", text_fact);
  campaign.funding = root.list("funding", text_fact);
  campaign.recipients = root.list("recipients", [&](const Fields& f) { return reader.text_fact(f, "name"); });
  campaign.audiences = root.list("audiences", [&](const Fields& f) { return read_audience(f, reader); });
  campaign.criteria_groups = root.list("criteria_groups", [&](const Fields& f) {
    return CriteriaGroup{f.text("id"), f.text("name"), reader.clauses_of(f)};
  });
  campaign.criteria = root.list("criteria", [&](const Fields& f) { return read_criterion(f, reader); });
  report_repeated_targets(root);
}

void read_identity(const Fields& root, const CampaignReader& reader, Campaign& campaign) {
  const auto text_fact = [&](const Fields& f) { return reader.text_fact(f); };
  campaign.illustrative = root.flag("illustrative");
  campaign.updated = root.date("updated").value_or(Date{});
  campaign.title = root.nested("title", text_fact).value_or(TextFact{});
  campaign.short_title = root.text("short_title");
  campaign.slogan = root.nested("slogan", text_fact);
  campaign.locality = root.reference("locality", reader.site.localities).value_or(0);
  campaign.level = root.word("level", Level::district);
  const auto party_fact = [&](const Fields& f) { return reader.party_fact(f); };
  campaign.issuer = root.nested("issuer", party_fact).value_or(PartyFact{});
  campaign.standing_body = root.nested("standing_body", party_fact);
  campaign.period = root.nested("period",
                                [&](const Fields& f) {
                                  return CampaignPeriod{f.period("from", "to"), f.text("text"), reader.clauses_of(f)};
                                })
                        .value_or(CampaignPeriod{});
  campaign.citations = root.list("citations", [&](const Fields& f) { return read_citation(f, reader); });
  campaign.parents = root.list("parents", [&](const Fields& f) { return read_parent(f, reader); });
  campaign.themes = root.nested("themes", [&](const Fields& f) { return read_themes(f, reader); });
}

Note read_note(const Fields& f, const CampaignReader& reader) {
  return {f.text("id"), f.text("text"), f.word("kind", NoteKind::misprint), reader.clauses_of(f)};
}

/// Enough of a text that is too long for the facts about it to be found there.
std::string beginning(const std::string& text) {
  constexpr std::size_t kEnough = 4096;  // bytes
  if (text.size() <= kEnough) return text;
  const std::size_t end = text.find_last_of(" \n", kEnough);
  return end == std::string::npos ? std::string() : text.substr(0, end);
}

/// Reports clauses that are too many or too long, and leaves out what is too much.
void bound(Document& document, Diagnostics& diagnostics) {
  std::vector<Clause>& clauses = document.clauses;
  if (clauses.size() > kMaxClauses) {
    diagnostics.add(Code::too_many_clauses, {document.file, static_cast<int>(clauses.back().line), 0},
                    {std::to_string(kMaxClauses)});
    clauses.resize(kMaxClauses);
  }
  for (Clause& clause : clauses) {
    if (clause.text.size() + clause.body.size() <= kMaxClauseText) continue;
    diagnostics.add(Code::text_too_long, {document.file, static_cast<int>(clause.line), 0},
                    {std::to_string(kMaxClauseText / 1024) + " KB"});
    clause.text = beginning(clause.text);
    clause.body = beginning(clause.body);
  }
}

std::string name_of(const content::TextFile& file) {
  for (const std::string_view key : {"number", "title"}) {
    const content::Value* text = file.front_matter.find(key);
    if (text != nullptr && text->is_string()) return text->as_string();
  }
  return file.id;
}

std::vector<Document> read_documents(const content::CampaignFolder& folder, Diagnostics& diagnostics) {
  std::vector<Document> documents;
  for (const content::TextFile& file : folder.documents) {
    documents.push_back({file.id, name_of(file), file.path, split_clauses(file.body, file.body_line)});
    bound(documents.back(), diagnostics);
  }
  return documents;
}

}  // namespace

PartyFact CampaignReader::party_fact(const Fields& fact) const {
  return {fact.reference("unit", site.units).value_or(0), clauses_of(fact)};
}

Role CampaignReader::role(const Fields& fact) const {
  return {fact.word("is", Given::not_stated), fact.references("units", site.units), fact.text("by"), clauses_of(fact)};
}

GivenNumber CampaignReader::given_number(const Fields& fact) const {
  GivenNumber out{fact.word("is", CountKind::not_stated), fact.number("value").value_or(0), fact.spelling("value"),
                  fact.references("to", site.units), fact.text("by")};
  if (out.is <= CountKind::less_than && out.spelling.empty()) {
    fact.report(Code::value_missing, "is", {fact.text("is"), "value"});
  }
  return out;
}

Campaign read_campaign(const content::CampaignFolder& folder, const SiteIndex& site, std::vector<Result>& embargoed,
                       Diagnostics& diagnostics) {
  Campaign campaign;
  campaign.id = folder.id;
  campaign.file = folder.facts.path;
  campaign.origin = folder.origin;
  campaign.documents = read_documents(folder, diagnostics);
  CampaignReader reader(site, campaign.documents);
  const std::string prefix = "campaigns/" + folder.id + "/";
  for (const std::string& id : site.unusable) {
    if (id.starts_with(prefix)) reader.clauses.excuse(id.substr(prefix.size()));
  }
  Reading reading{folder.facts.path, diagnostics};
  const Fields root(folder.facts.root, reading);
  place_in_locality(root, site, reader);
  index_all_ids(root, reader);
  read_identity(root, reader, campaign);
  read_document_head(root, reader, campaign);
  read_substance(root, reader, campaign);
  read_award_rules(root, reader, campaign);
  read_schedule(root, reader, campaign);
  campaign.notes = root.list("notes", [&](const Fields& f) { return read_note(f, reader); });
  campaign.facts = collect_facts(folder.facts.root, reader.clauses, reading);
  embargoed = read_records(folder, reader, campaign, diagnostics);
  return campaign;
}

}  // namespace thidua::model
