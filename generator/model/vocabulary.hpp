// The words of the field as enumerations. Their names are the ones of the JSON files and of the data that templates
// see.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace thidua::model {

enum class Level { national, provincial, district, commune };
enum class UnitKind { unit, block, authority };
enum class RecipientKind { collective, individual };
enum class FieldState { value, blank, partly_blank, absent };
enum class CitationKind {
  law,
  decree,
  decision,
  directive,
  resolution,
  plan,
  programme,
  regulation,
  standard,
  guidance
};
enum class AwardKind { certificate_of_merit, commendation, emulation_flag, state_award };
enum class RoundKind { annual, interim, final, single };
enum class Given { stated, delegated, not_stated };
enum class Logic { all, any, not_stated };
enum class Comparator { exact, at_least, more_than, at_most, less_than };
enum class CountKind { exact, at_least, more_than, at_most, less_than, all_who_qualify, delegated, not_stated };
enum class WhenKind { before, by, within, on, from_to, at_event, not_stated, delegated };
enum class MilestoneKind {
  launch,
  registration,
  dossier,
  report,
  evaluation,
  interim_review,
  final_review,
  award,
  publication,
  end
};
enum class DutyKind {
  plan,
  carry_out,
  guide,
  inspect,
  advise,
  register_,
  report,
  evaluate,
  review,
  propose_awards,
  appraise_dossiers,
  award,
  communicate,
  introduce_exemplars,
  share_practices,
  publish_procedures,
  mobilise,
  fund,
  choose_theme,
  give_feedback
};
enum class NoteKind {
  repeated_number,
  missing_number,
  two_dates,
  two_periods,
  empty_deadline,
  blank_field,
  wrong_reference,
  repeated_text,
  self_reference,
  unfinished_sentence,
  numbering_style,
  misprint
};
enum class CheckKind {
  index,
  index_mean,
  index_streak,
  rank,
  rating,
  registration,
  tasks_on_time,
  one_award,
  one_body,
  not_both,
  not_under_discipline,
  initiative,
  not_awarded,
  audience,
  own_plan_issued
};
enum class Rating { completed, completed_well, completed_excellently };
enum class Event { scores_published };
enum class Scope { round, year, campaign, achievement };

/// The names of an enumeration's values, in their order.
template <class E>
constexpr auto names_of() = delete;

#define THIDUA_NAMES(type, ...)                            \
  template <>                                              \
  constexpr auto names_of<type>() {                        \
    return std::to_array<std::string_view>({__VA_ARGS__}); \
  }

THIDUA_NAMES(Level, "national", "provincial", "district", "commune")
THIDUA_NAMES(UnitKind, "unit", "block", "authority")
THIDUA_NAMES(RecipientKind, "collective", "individual")
THIDUA_NAMES(FieldState, "value", "blank", "partly_blank", "absent")
THIDUA_NAMES(CitationKind, "law", "decree", "decision", "directive", "resolution", "plan", "programme", "regulation",
             "standard", "guidance")
THIDUA_NAMES(AwardKind, "certificate_of_merit", "commendation", "emulation_flag", "state_award")
THIDUA_NAMES(RoundKind, "annual", "interim", "final", "single")
THIDUA_NAMES(Given, "stated", "delegated", "not_stated")
THIDUA_NAMES(Logic, "all", "any", "not_stated")
THIDUA_NAMES(Comparator, "exact", "at_least", "more_than", "at_most", "less_than")
THIDUA_NAMES(CountKind, "exact", "at_least", "more_than", "at_most", "less_than", "all_who_qualify", "delegated",
             "not_stated")
THIDUA_NAMES(WhenKind, "before", "by", "within", "on", "from_to", "at_event", "not_stated", "delegated")
THIDUA_NAMES(MilestoneKind, "launch", "registration", "dossier", "report", "evaluation", "interim_review",
             "final_review", "award", "publication", "end")
THIDUA_NAMES(DutyKind, "plan", "carry_out", "guide", "inspect", "advise", "register", "report", "evaluate", "review",
             "propose_awards", "appraise_dossiers", "award", "communicate", "introduce_exemplars", "share_practices",
             "publish_procedures", "mobilise", "fund", "choose_theme", "give_feedback")
THIDUA_NAMES(NoteKind, "repeated_number", "missing_number", "two_dates", "two_periods", "empty_deadline", "blank_field",
             "wrong_reference", "repeated_text", "self_reference", "unfinished_sentence", "numbering_style", "misprint")
THIDUA_NAMES(CheckKind, "index", "index_mean", "index_streak", "rank", "rating", "registration", "tasks_on_time",
             "one_award", "one_body", "not_both", "not_under_discipline", "initiative", "not_awarded", "audience",
             "own_plan_issued")
THIDUA_NAMES(Rating, "completed", "completed_well", "completed_excellently")
THIDUA_NAMES(Event, "scores_published")
THIDUA_NAMES(Scope, "round", "year", "campaign", "achievement")
#undef THIDUA_NAMES

/// The value of that name, if there is one.
template <class E>
constexpr std::optional<E> named(std::string_view name) {
  constexpr auto names = names_of<E>();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

template <class E>
constexpr std::string_view name_of(E value) {
  return names_of<E>()[static_cast<std::size_t>(value)];
}

}  // namespace thidua::model
