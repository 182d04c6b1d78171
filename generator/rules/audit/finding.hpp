// What the audit says: a verdict for each thing that the plan asks for, with what it asks, what was found, and where
// the plan says so. Plain values, without words: the terminal and the theme find their own.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/campaign.hpp"

namespace thidua::rules {

enum class Verdict { satisfied, not_satisfied, cannot_be_verified };
/// As data, theme and style sheets name them, in their order.
inline constexpr std::array<std::string_view, 3> kVerdictNames = {"satisfied", "not_satisfied", "cannot_be_verified"};

enum class RuleId {
#define THIDUA_RULE(id, name, en, vi) id,
#include "rules/audit/rules.inc"
#undef THIDUA_RULE
};
/// As in rules.inc: index-threshold.
std::string_view name_of(RuleId rule);
/// The identifier that strings of a theme are named after: index_threshold.
std::string_view key_of(RuleId rule);

enum class MissingKind {
#define THIDUA_MISSING(id, en, vi) id,
#include "rules/audit/missing.inc"
#undef THIDUA_MISSING
};
std::string_view key_of(MissingKind kind);

/// Data that would be needed to tell.
struct Missing {
  MissingKind kind;
  std::string detail;  ///< fills {0}: a year, a name; often empty
};

/// A number with its unit; for a year where several are compared.
struct Amount {
  std::string spelling;  ///< decimal point, no grouping
  std::string unit;
  std::optional<int> year;
};
struct Rank {
  int place = 0;
  bool tied = false;
};
/// What a rank counts as, where the places of units with a higher award are free.
struct CountedRank {
  Rank rank;
  model::Units freed_by;       ///< those in front, or with the same rank, that hold the higher award
  std::size_t award_form = 0;  ///< the higher award: position in Campaign::award_forms
};
struct UnitName {
  model::UnitIndex unit = 0;
};
struct FormName {
  std::size_t award_form = 0;  ///< position in Campaign::award_forms
};
struct RatingName {
  model::Rating rating;
};
/// A name or number as it stands in the data.
struct Words {
  std::string text;
};
using Item = std::variant<Amount, Rank, CountedRank, UnitName, FormName, RatingName, Words, model::Date>;

/// How what is required bounds what is found.
enum class Bound { none, exact, at_least, more_than, at_most, less_than, before, by, within, on, after, one_of };

struct Measure {
  Bound bound = Bound::none;
  std::vector<Item> items;
};

/// One thing that the plan asks for. Where `given` is not `stated`, the plan leaves it open or to others, and the
/// verdict is `satisfied` because there is nothing to satisfy.
struct Finding {
  RuleId rule;
  Verdict verdict = Verdict::satisfied;
  model::Given given = model::Given::stated;
  model::Units delegated_to;
  std::string delegated_by;
  std::string text;  ///< the condition as the data words it; empty: the rule's name says it all
  model::Clauses clauses;
  Measure required, found;
  std::vector<Missing> missing;
  model::Logic logic = model::Logic::all;  ///< of the parts
  std::vector<Finding> parts;
};

/// What parts make together: with `all`, the worst; with `any`, the best; where the plan does not say, only what both
/// would give, and no parts at all satisfy `all` but not `any`.
Verdict verdict_of(model::Logic logic, const std::vector<Finding>& parts);

/// The parts that are not satisfied or cannot be verified, and are the reason why the whole is not: leaves only.
std::vector<const Finding*> reasons(const std::vector<Finding>& findings, Verdict verdict);

/// How many things the plan asks for came to each verdict, by Verdict, and how many it leaves open. The parts that must
/// all hold are counted one by one.
struct Tally {
  std::array<int, 3> verdicts{};
  int open = 0;

  int checked() const { return verdicts[0] + verdicts[1] + verdicts[2]; }
};
Tally tally_of(const std::vector<Finding>& findings);

/// Shorthands for rules.
Finding satisfied(RuleId rule, model::Clauses clauses);
Finding missing(RuleId rule, model::Clauses clauses, MissingKind kind, std::string detail = {});
/// The plan does not say.
Finding left_open(RuleId rule, model::Clauses clauses);
/// The plan leaves it to others; `given` may also say that it does not say.
Finding left_open(RuleId rule, model::Clauses clauses, model::Given given, model::Units to, std::string by);
Finding judged(RuleId rule, model::Clauses clauses, bool holds);
/// Something is not known: what was satisfied so far cannot be verified. The first thing alone is named.
void doubt(Finding& finding, MissingKind kind);

}  // namespace thidua::rules
