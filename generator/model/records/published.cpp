#include "model/records/published.hpp"

#include <algorithm>
#include <array>

#include "model/facts.hpp"

namespace thidua::model {
namespace {

/// Collects the fields of one thing; what is empty is no field.
class FieldWriter {
 public:
  FieldWriter(const Site& site, const Campaign& campaign) : site_(site), campaign_(campaign) {}

  PublishedFields decision(const Result& result) {
    begin(9);
    add("number", result.decision.number);
    add("date", to_string(result.decision.date));
    add("signer", result.decision.signer);
    add("file", result.decision.file);
    add_unit("granted_by", result.granted_by);
    if (result.round) add("round", campaign_.rounds[*result.round].id);
    if (result.year) add("year", std::to_string(*result.year));
    std::string forms;
    for (const std::size_t form : result.named_forms) join(forms, ", ", campaign_.award_forms[form].id);
    add("award_forms", std::move(forms));
    if (result.visibility.expire_at) add("expire_at", to_string(*result.visibility.expire_at));
    return std::move(fields_);
  }

  PublishedFields award(const Award& award) {
    begin(16);
    add("award_form", campaign_.award_forms[award.award_form].id);
    add("for", std::string(name_of(award.recipient)));
    add_unit("unit", award.unit);
    add("name", award.name);
    add("position", award.position);
    add("achievement", award.achievement);
    if (award.standard) add("standard", campaign_.standards[*award.standard].id);
    add("clause", cited(campaign_.documents, award.clauses));
    add_unit("proposed_by", award.proposed_by);
    add_unit("considered_by", award.considered_by);
    add("practice", award.practice);
    if (award.dossier) add_dossier(*award.dossier);
    for (const Attestation& attestation : award.attestations) add_attestation(attestation);
    return std::move(fields_);
  }

  PublishedFields score(const Score& score) {
    begin(3 + score.criteria.size());
    add("points", score.points.spelling);
    add("maximum", score.maximum.spelling);
    add_unit("block", score.block);
    for (const CriterionScore& criterion : score.criteria)
      add_to("criteria." + criterion.name, criterion.points.spelling + "/" + criterion.maximum.spelling);
    return std::move(fields_);
  }

  PublishedFields scores(const ScoreTable& table) {
    begin(1);
    if (table.published) add("published", to_string(*table.published));
    return std::move(fields_);
  }

  PublishedFields acknowledgement(const Acknowledgement& given, const std::string& award) {
    begin(5);
    add("award", award);
    add("by", given.by);
    add("date", to_string(given.date));
    add("clauses", cited(campaign_.documents, given.clauses));
    add("reason", given.reason);
    return std::move(fields_);
  }

  PublishedFields correction(const Correction& correction) {
    begin(8);
    add("date", to_string(correction.date));
    add("reason", correction.reason);
    add("decision.number", correction.decision_number);
    if (correction.decision_date) add("decision.date", to_string(*correction.decision_date));
    add("of", correction.of);
    add("field", correction.field);
    if (correction.before) fields_.emplace_back("before", *correction.before);
    if (correction.after) fields_.emplace_back("after", *correction.after);
    return std::move(fields_);
  }

 private:
  void begin(std::size_t most) {
    fields_ = {};
    fields_.reserve(most);
  }

  static void join(std::string& to, std::string_view separator, std::string_view more) {
    if (!to.empty()) to += separator;
    to += more;
  }

  void add(const char* name, std::string value) {
    if (!value.empty()) fields_.emplace_back(name, std::move(value));
  }
  void add_unit(const char* name, std::optional<UnitIndex> unit) {
    if (unit) fields_.emplace_back(name, site_.units[*unit].id);
  }
  /// Where a name comes twice, the values stand beside each other.
  void add_to(std::string name, std::string value) {
    for (auto& [known, values] : fields_) {
      if (known == name) return join(values, " | ", value);
    }
    fields_.emplace_back(std::move(name), std::move(value));
  }

  void add_dossier(const ReceivedDossier& dossier) {
    add("dossier.received", to_string(dossier.received));
    add("dossier.parts", cited(campaign_.documents, dossier.parts));
    if (dossier.copies) add("dossier.copies", std::to_string(*dossier.copies));
  }

  void add_attestation(const Attestation& a) {
    std::string name = "attestation." + cited(campaign_.documents, a.clauses), value;
    if (a.check) name.append(":").append(name_of(*a.check));
    const auto part = [&](const char* key, std::string_view text) {
      if (!text.empty()) value.append(value.empty() ? "" : "; ").append(key).append(": ").append(text);
    };
    if (a.rating) part("rating", name_of(*a.rating));
    part("value", a.value.spelling);
    if (a.count) part("count", std::to_string(*a.count));
    part("recognised_by", a.recognised_by);
    part("by", a.by);
    part("date", to_string(a.date));
    add_to(std::move(name), std::move(value));
  }

  const Site& site_;
  const Campaign& campaign_;
  PublishedFields fields_;
};

PublishedFile published(const Site& site, const Campaign& campaign, const Result& result) {
  FieldWriter fields(site, campaign);
  PublishedFile out;
  out.illustrative = campaign.illustrative;
  out.values["decision"] = fields.decision(result);
  for (const Award& award : result.awards) out.values[award.id] = fields.award(award);
  for (const Acknowledgement& given : result.acknowledgements)
    out.acknowledgements.push_back(fields.acknowledgement(given, {}));
  for (const Award& award : result.awards) {
    for (const Acknowledgement& given : award.acknowledgements)
      out.acknowledgements.push_back(fields.acknowledgement(given, award.id));
  }
  for (const Correction& correction : result.corrections) out.corrections.push_back(fields.correction(correction));
  return out;
}

PublishedFile published(const Site& site, const Campaign& campaign, const ScoreTable& table) {
  FieldWriter fields(site, campaign);
  PublishedFile out;
  out.illustrative = campaign.illustrative;
  out.values["scores"] = fields.scores(table);
  for (const Score& score : table.scores) out.values[site.units[score.unit].id] = fields.score(score);
  for (const Correction& correction : table.corrections) out.corrections.push_back(fields.correction(correction));
  return out;
}

}  // namespace

std::optional<std::string> value_of(const PublishedFields& fields, std::string_view name) {
  const auto at = std::find_if(fields.begin(), fields.end(), [name](const auto& field) { return field.first == name; });
  return at == fields.end() ? std::nullopt : std::optional(at->second);
}

bool older_field(std::string_view name) {
  static constexpr std::array<std::string_view, 15> kNames = {
      "number", "date", "signer",   "granted_by",  "round",  "year",    "award_form", "for",
      "unit",   "name", "position", "achievement", "points", "maximum", "block"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::string published_key(const Campaign& campaign, const Result& result) {
  return campaign.id + "/results/" + result.id;
}

std::string published_key(const Campaign& campaign, const ScoreTable& table) {
  return campaign.id + "/scores/" + std::to_string(table.year);
}

Published published(const Site& site) {
  Published out;
  for (const Campaign& campaign : site.campaigns) {
    if (campaign.origin) continue;
    for (const Result& result : campaign.results)
      out.files[published_key(campaign, result)] = published(site, campaign, result);
    for (const ScoreTable& table : campaign.scores)
      out.files[published_key(campaign, table)] = published(site, campaign, table);
  }
  return out;
}

}  // namespace thidua::model
