// The columns of each table of open data, for open_data.cpp alone. What a column means is said by the theme's string
// data_column.<name>, which is the same for all tables.
#pragma once

#include "model/vocabulary.hpp"
#include "routes/open_data.hpp"
#include "rules/audit/finding.hpp"

namespace thidua::routes::columns {

using enum ColumnType;
inline constexpr auto kRequired = Presence::required;
inline constexpr auto kOptional = Presence::optional;

template <class E>
inline constexpr auto kNames = model::names_of<E>();

constexpr Column word(std::string_view name, Presence presence, std::span<const std::string_view> values,
                      std::string_view words) {
  return {name, text, presence, values, words};
}

// Columns of more than one table.
inline constexpr Column kCampaign{"campaign", text, kRequired};
inline constexpr Column kOfCampaign{"campaign", text};
inline constexpr Column kUnit{"unit", text, kRequired};
inline constexpr Column kOfUnit{"unit", text};
inline constexpr Column kUnitName{"unit_name", text, kRequired};
inline constexpr Column kOfUnitName{"unit_name", text};
inline constexpr Column kYear{"year", integer, kRequired};
inline constexpr Column kOfYear{"year", integer};
inline constexpr Column kBlock{"block", text};
inline constexpr Column kRounds{"rounds", text};
inline constexpr Column kText{"text", text};
inline constexpr Column kValue{"value", number};
inline constexpr Column kValueAsWritten{"value_as_written", text};
inline constexpr Column kMeasureUnit{"measure_unit", text};
inline constexpr Column kDelegatedTo{"delegated_to", text};
inline constexpr Column kDelegatedBy{"delegated_by", text};
inline constexpr Column kHoldsFrom{"holds_from", date};
inline constexpr Column kPublished{"published", date};
inline constexpr Column kUpdated{"updated", date};
inline constexpr Column kTitle{"title", text, kRequired};
inline constexpr Column kSummary{"summary", text};
inline constexpr Column kIntroduced{"date", date};
inline constexpr Column kTopics{"topics", text};
inline constexpr Column kClauses{"clauses", text};
inline constexpr Column kPage{"page", uri, kRequired};
inline constexpr Column kOrigin{"origin", uri};
inline constexpr Column kIllustrative{"illustrative", boolean, kRequired};
inline constexpr Column kComparator = word("comparator", kOptional, kNames<model::Comparator>, "comparator");
inline constexpr Column kRecipient = word("recipient", kRequired, kNames<model::RecipientKind>, "recipient");
inline constexpr Column kAwardKind = word("award_kind", kRequired, kNames<model::AwardKind>, "award");
inline constexpr Column kLevel = word("level", kRequired, kNames<model::Level>, "level");

inline constexpr Column kCampaigns[] = {kCampaign,
                                        kTitle,
                                        {"short_title", text, kRequired},
                                        {"slogan", text},
                                        kLevel,
                                        {"locality", text, kRequired},
                                        {"issuer", text, kRequired},
                                        {"standing_body", text},
                                        {"number", text},
                                        {"plan_date", text},
                                        {"period_from", text, kRequired},
                                        {"period_to", text, kRequired},
                                        {"first_day", date, kRequired},
                                        {"last_day", date, kRequired},
                                        {"parents", text},
                                        kUpdated,
                                        kClauses,
                                        kPage,
                                        kOrigin,
                                        kIllustrative};

inline constexpr Column kDocuments[] = {kCampaign,
                                        {"document", text, kRequired},
                                        {"document_name", text},
                                        word("cited_as", kOptional, kNames<model::CitationKind>, "citation"),
                                        {"number", text},
                                        {"document_date", text},
                                        {"document_issuer", text},
                                        {"text_here", boolean, kRequired},
                                        kClauses,
                                        kPage,
                                        kIllustrative};

inline constexpr Column kClauseTexts[] = {kCampaign,
                                          {"document", text, kRequired},
                                          {"clause", text, kRequired},
                                          {"above", text},
                                          {"marker", text},
                                          {"depth", integer, kRequired},
                                          {"clause_text", text},
                                          {"clause_rest", text},
                                          kPage,
                                          kIllustrative};

inline constexpr Column kUnits[] = {kUnit,
                                    kUnitName,
                                    word("unit_kind", kRequired, kNames<model::UnitKind>, "unit"),
                                    kLevel,
                                    {"locality", text, kRequired},
                                    {"locality_name", text, kRequired},
                                    kBlock,
                                    {"parent", text},
                                    {"successor", text},
                                    {"successor_from", text},
                                    kPage,
                                    kOrigin,
                                    kIllustrative};

inline constexpr Column kCriteriaTargets[] = {kCampaign,
                                              {"criterion", text, kRequired},
                                              {"criterion_label", text},
                                              {"criterion_text", text, kRequired},
                                              {"criteria_group", text},
                                              {"audiences", text},
                                              {"target", text},
                                              {"target_name", text},
                                              kComparator,
                                              kValue,
                                              kValueAsWritten,
                                              kMeasureUnit,
                                              {"tiers", text},
                                              {"due", text},
                                              {"last_day", date},
                                              kClauses,
                                              kPage,
                                              kIllustrative};

inline constexpr Column kDeadlines[] = {kCampaign,
                                        {"milestone", text, kRequired},
                                        {"milestone_name", text, kRequired},
                                        word("milestone_kind", kRequired, kNames<model::MilestoneKind>, "milestone"),
                                        {"who", text},
                                        {"to", text},
                                        kRounds,
                                        kOfYear,
                                        word("when", kRequired, kNames<model::WhenKind>, "when_kind"),
                                        {"due", text},
                                        {"first_day", date},
                                        {"last_day", date},
                                        {"from_event", text},
                                        {"event", text},
                                        {"depends_on", text},
                                        kDelegatedTo,
                                        kDelegatedBy,
                                        kHoldsFrom,
                                        {"withdrawn", date},
                                        kClauses,
                                        kPage,
                                        kIllustrative};

inline constexpr Column kAwardForms[] = {kCampaign,
                                         {"award_form", text, kRequired},
                                         {"award_form_name", text, kRequired},
                                         kAwardKind,
                                         {"recipients", text},
                                         word("proposer_given", kRequired, kNames<model::Given>, "given"),
                                         {"proposers", text},
                                         word("council_given", kRequired, kNames<model::Given>, "given"),
                                         {"councils", text},
                                         word("grantor_given", kRequired, kNames<model::Given>, "given"),
                                         {"grantors", text},
                                         kClauses,
                                         kPage,
                                         kIllustrative};

inline constexpr Column kQuotas[] = {kCampaign,
                                     {"award_form", text, kRequired},
                                     {"award_form_name", text, kRequired},
                                     kAwardKind,
                                     kRounds,
                                     kRecipient,
                                     kBlock,
                                     {"part_of", boolean, kRequired},
                                     word("count_kind", kRequired, kNames<model::CountKind>, "count_kind"),
                                     {"count", number},
                                     kDelegatedTo,
                                     kDelegatedBy,
                                     kText,
                                     kHoldsFrom,
                                     kClauses,
                                     kPage,
                                     kIllustrative};

inline constexpr Column kAwardConditions[] = {kCampaign,
                                              {"standard", text},
                                              {"award_forms", text},
                                              kRounds,
                                              {"recipients", text},
                                              word("given", kRequired, kNames<model::Given>, "given"),
                                              kDelegatedTo,
                                              kDelegatedBy,
                                              {"condition", text},
                                              word("logic", kOptional, kNames<model::Logic>, "logic_kind"),
                                              kText,
                                              kBlock,
                                              word("check", kOptional, kNames<model::CheckKind>, "check"),
                                              kComparator,
                                              kValue,
                                              kMeasureUnit,
                                              kClauses,
                                              kPage,
                                              kIllustrative};

inline constexpr Column kRegistrations[] = {kCampaign,
                                            kUnit,
                                            kUnitName,
                                            kOfYear,
                                            {"received", date, kRequired},
                                            {"contents", text},
                                            {"targets", text},
                                            {"own_plan_number", text},
                                            {"own_plan_date", date},
                                            {"report_received", date},
                                            {"complete", boolean, kRequired},
                                            {"missing", text},
                                            {"deadline", date},
                                            {"late", boolean},
                                            kClauses,
                                            {"report_due", date},
                                            {"report_late", boolean},
                                            kPage,
                                            kIllustrative};

inline constexpr Column kScores[] = {kCampaign,
                                     kYear,
                                     kUnit,
                                     kUnitName,
                                     kBlock,
                                     {"points", number, kRequired},
                                     {"maximum", number, kRequired},
                                     {"percent", number, kRequired},
                                     {"rank", integer, kRequired},
                                     {"tied", boolean, kRequired},
                                     kPublished,
                                     kPage,
                                     kIllustrative};

inline constexpr Column kAttainment[] = {kCampaign,
                                         kYear,
                                         {"criterion", text, kRequired},
                                         {"target", text, kRequired},
                                         kOfUnit,
                                         kOfUnitName,
                                         kValue,
                                         kValueAsWritten,
                                         kMeasureUnit,
                                         {"met", boolean, kRequired},
                                         {"described_day", date, kRequired},
                                         {"source", text, kRequired},
                                         kPublished,
                                         kClauses,
                                         kPage,
                                         kIllustrative};

inline constexpr Column kAwards[] = {kCampaign,
                                     {"result", text, kRequired},
                                     {"award", text, kRequired},
                                     {"award_form", text, kRequired},
                                     {"award_form_name", text, kRequired},
                                     kAwardKind,
                                     {"round", text},
                                     kOfYear,
                                     kRecipient,
                                     kUnit,
                                     kUnitName,
                                     {"recipient_name", text},
                                     {"position", text},
                                     {"achievement", text},
                                     {"practice", text},
                                     {"decision_number", text, kRequired},
                                     {"decision_date", date, kRequired},
                                     {"granted_by", text},
                                     word("verdict", kRequired, rules::kVerdictNames, "verdict"),
                                     {"checks", integer, kRequired},
                                     {"checks_satisfied", integer, kRequired},
                                     {"checks_not_satisfied", integer, kRequired},
                                     {"checks_unverified", integer, kRequired},
                                     kClauses,
                                     kPage,
                                     kOrigin,
                                     kIllustrative};

inline constexpr Column kAwardChecks[] = {kCampaign,
                                          {"result", text, kRequired},
                                          {"award", text, kRequired},
                                          {"finding", text, kRequired},
                                          {"rule", text, kRequired},
                                          {"rule_text", text, kRequired},
                                          {"text", text},
                                          word("given", kRequired, kNames<model::Given>, "given"),
                                          word("verdict", kOptional, rules::kVerdictNames, "verdict"),
                                          {"required", text},
                                          {"found", text},
                                          {"data_missing", text},
                                          kClauses,
                                          kPage,
                                          kIllustrative};

inline constexpr Column kQuotaUse[] = {kCampaign,
                                       {"round", text},
                                       kOfYear,
                                       {"award_form", text, kRequired},
                                       {"award_form_name", text, kRequired},
                                       kRecipient,
                                       kBlock,
                                       {"part_of", boolean, kRequired},
                                       word("count_kind", kRequired, kNames<model::CountKind>, "count_kind"),
                                       {"count", number},
                                       {"granted", integer, kRequired},
                                       {"left", integer},
                                       word("verdict", kOptional, rules::kVerdictNames, "verdict"),
                                       kClauses,
                                       kPage,
                                       kIllustrative};

inline constexpr Column kCorrections[] = {kCampaign,
                                          {"record", text, kRequired},
                                          {"of", text, kRequired},
                                          {"field", text, kRequired},
                                          {"before", text},
                                          {"after", text},
                                          {"corrected", date, kRequired},
                                          {"reason", text, kRequired},
                                          {"decision_number", text},
                                          {"decision_date", date},
                                          kPage,
                                          kIllustrative};

inline constexpr Column kPractices[] = {{"practice", text, kRequired},
                                        kTitle,
                                        kSummary,
                                        kOfCampaign,
                                        kOfUnit,
                                        kOfUnitName,
                                        kTopics,
                                        kIntroduced,
                                        kUpdated,
                                        {"verified", date},
                                        {"awards", text},
                                        kPage,
                                        kOrigin,
                                        kIllustrative};

inline constexpr Column kExemplars[] = {{"exemplar", text, kRequired},
                                        kTitle,
                                        kSummary,
                                        kRecipient,
                                        {"position", text},
                                        kOfCampaign,
                                        kOfUnit,
                                        kOfUnitName,
                                        kTopics,
                                        kIntroduced,
                                        kUpdated,
                                        {"awards", text},
                                        kPage,
                                        kIllustrative};

inline constexpr Column kNews[] = {{"news", text, kRequired},
                                   kTitle,
                                   kSummary,
                                   kOfCampaign,
                                   kOfUnit,
                                   kOfUnitName,
                                   kTopics,
                                   kIntroduced,
                                   kUpdated,
                                   kPage,
                                   kIllustrative};

}  // namespace thidua::routes::columns
