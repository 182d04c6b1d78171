#include "rules/audit/records.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace thidua::rules {
namespace {

std::tuple<model::RecipientKind, model::UnitIndex, std::string> recipient_of(const model::Award& award) {
  return {award.recipient, award.unit, base::name_key(award.name)};
}

}  // namespace

Records::Records(const model::Campaign& campaign) {
  for (const model::ScoreTable& table : campaign.scores) {
    tables_[table.year] = &table;
    for (const model::Score& score : table.scores) {
      scores_[{table.year, score.unit}] = &score;
      if (score.block) blocks_[{table.year, *score.block}].push_back(&score);
    }
  }
  for (const model::Registration& registration : campaign.registrations) {
    registrations_[{registration.unit, registration.year.value_or(0)}] = &registration;
    registration_years_.push_back(registration.year.value_or(0));
  }
  for (const model::Result& result : campaign.results) {
    for (const std::size_t form : result.award_forms) forms_[{form, result.round, result.year}];
    for (const model::Award& award : result.awards) {
      forms_[{award.award_form, result.round, result.year}].push_back({&result, &award});
      recipients_[recipient_of(award)].push_back({&result, &award});
    }
  }
}

const model::ScoreTable* Records::table(int year) const {
  const auto at = tables_.find(year);
  return at == tables_.end() ? nullptr : at->second;
}

const model::Score* Records::score(int year, model::UnitIndex unit) const {
  const auto at = scores_.find({year, unit});
  return at == scores_.end() ? nullptr : at->second;
}

const std::vector<const model::Score*>& Records::block(int year, model::UnitIndex block) const {
  static const std::vector<const model::Score*> none;
  const auto at = blocks_.find({year, block});
  return at == blocks_.end() ? none : at->second;
}

const model::Registration* Records::registration(model::UnitIndex unit, std::optional<int> year) const {
  for (const int wanted : {year.value_or(0), 0}) {
    const auto at = registrations_.find({unit, wanted});
    if (at != registrations_.end()) return at->second;
  }
  return nullptr;
}

bool Records::has_registrations(std::optional<int> year) const {
  return std::any_of(registration_years_.begin(), registration_years_.end(),
                     [&](int known) { return known == 0 || known == year; });
}

const std::vector<Granted>& Records::of_recipient(const model::Award& award) const {
  static const std::vector<Granted> none;
  const auto at = recipients_.find(recipient_of(award));
  return at == recipients_.end() ? none : at->second;
}

const std::vector<Granted>* Records::granted(const FormInRound& form) const {
  const auto at = forms_.find(form);
  return at == forms_.end() ? nullptr : &at->second;
}

}  // namespace thidua::rules
