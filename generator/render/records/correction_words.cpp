#include "render/records/correction_words.hpp"

#include <algorithm>
#include <array>

#include "model/facts.hpp"

namespace thidua::render {
namespace {

constexpr std::string_view kAttestation = "attestation.", kCriterion = "criteria.";

enum class Form {
  words,
  number,
  share,
  date,
  unit,
  award_forms,
  round,
  recipient,
  standard,
  practice,
  clauses,
  attested
};

Form form_of(std::string_view field) {
  using Known = std::pair<std::string_view, Form>;
  static constexpr std::array kForms = {Known{"points", Form::number},
                                        Known{"maximum", Form::number},
                                        Known{"score", Form::number},
                                        Known{"dossier.copies", Form::number},
                                        Known{"date", Form::date},
                                        Known{"published", Form::date},
                                        Known{"dossier.received", Form::date},
                                        Known{"unit", Form::unit},
                                        Known{"granted_by", Form::unit},
                                        Known{"block", Form::unit},
                                        Known{"proposed_by", Form::unit},
                                        Known{"considered_by", Form::unit},
                                        Known{"award_form", Form::award_forms},
                                        Known{"award_forms", Form::award_forms},
                                        Known{"round", Form::round},
                                        Known{"for", Form::recipient},
                                        Known{"standard", Form::standard},
                                        Known{"practice", Form::practice},
                                        Known{"clause", Form::clauses},
                                        Known{"dossier.parts", Form::clauses}};
  if (field.starts_with(kAttestation)) return Form::attested;
  if (field.starts_with(kCriterion)) return Form::share;
  const auto at =
      std::find_if(kForms.begin(), kForms.end(), [field](const Known& known) { return known.first == field; });
  return at == kForms.end() ? Form::words : at->second;
}

template <class Items>
const auto* find_id(const Items& items, std::string_view id) {
  const auto at = std::find_if(items.begin(), items.end(), [id](const auto& item) { return item.id == id; });
  return at == items.end() ? nullptr : &*at;
}

template <class Items>
std::string name_in(const Items& items, std::string_view id) {
  const auto* item = find_id(items, id);
  return item == nullptr ? std::string(id) : item->name;
}

/// Each part of a value between separators, in words.
template <class Word>
std::string each_part(std::string_view value, std::string_view separator, std::string_view joint, Word word) {
  std::string out;
  while (true) {
    const std::size_t end = value.find(separator);
    out += word(value.substr(0, end));
    if (end == std::string_view::npos) return out;
    out += joint;
    value.remove_prefix(end + separator.size());
  }
}

std::string date_words(const Words& words, std::string_view value) {
  const auto date = model::parse_date(value);
  return date ? words.date(*date) : std::string(value);
}

template <class E>
std::string word_of(const Words& words, std::string_view key, std::string_view value) {
  const auto known = model::named<E>(value);
  return known ? words.name(key, *known) : std::string(value);
}

/// "IV.1.a", "guidance#II.3"
std::string clause_words(const CampaignContext& c, std::string_view cited) {
  const std::size_t mark = cited.find('#');
  if (mark == std::string_view::npos) return c.words.clause_label(cited);
  const std::string& label = c.words.clause_label(cited.substr(mark + 1));
  return c.words.fill("clause.in_document",
                      {{"document", name_in(c.campaign.documents, cited.substr(0, mark))}, {"clause", label}});
}

std::string standard_words(const CampaignContext& c, std::string_view id) {
  const model::Standard* standard = find_id(c.campaign.standards, id);
  if (standard == nullptr || standard->clauses.empty()) return std::string(id);
  return each_part(model::cited(c.campaign.documents, standard->clauses), ", ", ", ",
                   [&](std::string_view cited) { return clause_words(c, cited); });
}

/// The name of a unit; other words as they are.
std::string unit_words(const CampaignContext& c, const SiteIndex& index, std::string_view value) {
  const auto unit = index.unit(value);
  return unit ? c.site.units[*unit].name : std::string(value);
}

/// Of an attestation: "rating: completed_well", "date: 2026-04-10".
std::string attested_words(const CampaignContext& c, const SiteIndex& index, bool of_rating, std::string_view part) {
  const Words& words = c.words;
  const std::size_t end = part.find(": ");
  if (end == std::string_view::npos) return std::string(part);
  const std::string_view key = part.substr(0, end), value = part.substr(end + 2);
  if (key == "rating") return word_of<model::Rating>(words, "rating", value);
  if (key == "value") return words.amount(value, "%");
  if (key == "count")
    return words.fill(of_rating ? "check.years_in_a_row" : "check.initiatives", {{"count", std::string(value)}});
  if (key == "date") return date_words(words, value);
  if (key == "by") return unit_words(c, index, value);
  return std::string(key == "recognised_by" ? value : part);
}

}  // namespace

std::string field_words(const CampaignContext& c, const std::string& field) {
  const std::string_view name = field;
  if (name.starts_with(kCriterion))
    return c.words.fill("correction_field.criteria", {{"name", std::string(name.substr(kCriterion.size()))}});
  if (!name.starts_with(kAttestation)) return c.words.get("correction_field." + field);
  const std::string_view about = name.substr(kAttestation.size());
  const std::size_t mark = about.rfind(':');
  const std::string clause = clause_words(c, about.substr(0, mark));
  if (mark == std::string_view::npos) return c.words.fill("correction_field.attestation", {{"clause", clause}});
  return c.words.fill(
      "correction_field.attestation_of",
      {{"clause", clause}, {"check", word_of<model::CheckKind>(c.words, "check", about.substr(mark + 1))}});
}

std::string value_words(const CampaignContext& c, const SiteIndex& index, const std::string& field,
                        const std::string& value) {
  switch (form_of(field)) {
    case Form::words:
      return value;
    case Form::number:
      return c.words.number(value);
    case Form::share:
      return each_part(value, "/", "/", [&](std::string_view number) { return c.words.number(number); });
    case Form::date:
      return date_words(c.words, value);
    case Form::unit:
      return unit_words(c, index, value);
    case Form::award_forms:
      return each_part(value, ", ", ", ", [&](std::string_view id) { return name_in(c.campaign.award_forms, id); });
    case Form::round:
      return name_in(c.campaign.rounds, value);
    case Form::recipient:
      return word_of<model::RecipientKind>(c.words, "recipient", value);
    case Form::standard:
      return standard_words(c, value);
    case Form::practice: {
      const model::Article* practice = index.practice(value);
      return practice == nullptr ? value : practice->title;
    }
    case Form::clauses:
      return each_part(value, ", ", ", ", [&](std::string_view cited) { return clause_words(c, cited); });
    case Form::attested:
      return each_part(value, "; ", ", ", [&](std::string_view part) {
        return attested_words(c, index, field.ends_with(":rating"), part);
      });
  }
  return value;
}

}  // namespace thidua::render
