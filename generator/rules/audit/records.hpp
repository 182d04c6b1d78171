// The records of one campaign, arranged so that a rule finds what it needs without searching.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "model/site.hpp"

namespace thidua::rules {

/// One award with the decision that grants it. Both outlive the records.
struct Granted {
  const model::Result* result;
  const model::Award* award;
};

/// An award form in one round of one year.
struct FormInRound {
  std::size_t award_form = 0;
  std::optional<std::size_t> round;
  std::optional<int> year;

  auto operator<=>(const FormInRound&) const = default;
};

class Records {
 public:
  /// The campaign outlives the records.
  explicit Records(const model::Campaign& campaign);

  /// The scores of a year; null where none were published.
  const model::ScoreTable* table(int year) const;
  const model::Score* score(int year, model::UnitIndex unit) const;
  /// The scores of one block in one year, in the order of their ranks.
  const std::vector<const model::Score*>& block(int year, model::UnitIndex block) const;

  const model::Registration* registration(model::UnitIndex unit, std::optional<int> year) const;
  /// Whether registrations for that year were published at all.
  bool has_registrations(std::optional<int> year) const;

  /// What the recipient of an award was granted in all rounds, that award included.
  const std::vector<Granted>& of_recipient(const model::Award& award) const;
  /// What was granted of a form in a round; null where no decision about it was published.
  const std::vector<Granted>* granted(const FormInRound& form) const;

 private:
  using Recipient = std::tuple<model::RecipientKind, model::UnitIndex, std::string>;  ///< the key of the name

  std::unordered_map<int, const model::ScoreTable*> tables_;
  std::map<std::pair<int, model::UnitIndex>, const model::Score*> scores_;
  std::map<std::pair<int, model::UnitIndex>, std::vector<const model::Score*>> blocks_;
  std::map<std::pair<model::UnitIndex, int>, const model::Registration*> registrations_;  ///< year 0: of all years
  std::vector<int> registration_years_;
  std::map<Recipient, std::vector<Granted>> recipients_;
  std::map<FormInRound, std::vector<Granted>> forms_;
};

}  // namespace thidua::rules
