#include "data/open_data/tables/source.hpp"

#include "model/facts.hpp"

namespace thidua::data {

std::string Source::page(const model::Campaign& campaign, routes::PageKind part) const {
  return address(routes::campaign_part_url(campaign, part));
}

std::string_view Source::unit_id(std::optional<model::UnitIndex> unit) const {
  return unit ? std::string_view(site.units[*unit].id) : std::string_view();
}

std::string_view Source::unit_name(std::optional<model::UnitIndex> unit) const {
  return unit ? std::string_view(site.units[*unit].name) : std::string_view();
}

std::string Source::unit_ids(const model::Units& units) const {
  return joined(units, [&](model::UnitIndex i) -> const std::string& { return site.units[i].id; });
}

std::string joined_texts(const std::vector<std::string>& texts) {
  return joined(
      texts, [](const std::string& text) -> const std::string& { return text; }, "; ");
}

std::string clause_paths(const model::Campaign& campaign, const model::Clauses& clauses) {
  return model::cited(campaign.documents, clauses);
}

Cell number_of(const model::GivenNumber& given) {
  const bool none = given.is == model::CountKind::all_who_qualify || given.is == model::CountKind::delegated ||
                    given.is == model::CountKind::not_stated;
  return none ? Cell() : Cell(Decimal{given.spelling, given.value});
}

std::string round_ids(const model::Campaign& campaign, const std::vector<std::size_t>& rounds) {
  return joined(rounds, [&](std::size_t i) -> const std::string& { return campaign.rounds[i].id; });
}

std::string award_form_ids(const model::Campaign& campaign, const std::vector<std::size_t>& forms) {
  return joined(forms, [&](std::size_t i) -> const std::string& { return campaign.award_forms[i].id; });
}

}  // namespace thidua::data
