// A campaign: what its plan says, as facts, each with the clauses it comes from.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/clauses/clause.hpp"
#include "model/clauses/quantity.hpp"
#include "model/date.hpp"
#include "model/records/records.hpp"
#include "model/unit.hpp"
#include "model/vocabulary.hpp"

namespace thidua::model {

/// Positions in Site::units.
using Units = std::vector<UnitIndex>;

/// A document of the campaign as text: the plan, later guidance.
struct Document {
  std::string id;    ///< "plan" for plan.md
  std::string name;  ///< its number, else its title, else its id; not of the plan
  std::string file;  ///< content/campaigns/<id>/plan.md
  std::vector<Clause> clauses;
};

struct TextFact {
  std::string text;
  Clauses clauses;
};

struct PartyFact {
  UnitIndex unit = 0;
  Clauses clauses;
};

/// Number, date and signer of the plan, each as printed, blank or absent.
struct DocumentNumber {
  FieldState is = FieldState::absent;
  std::string number;
  Clauses clauses;
};
struct DocumentDate {
  FieldState is = FieldState::absent;
  std::optional<Date> date;
  std::string place;
  Clauses clauses;
};
struct Signer {
  FieldState is = FieldState::absent;
  std::string name, position, on_behalf_of;
  Clauses clauses;
};

struct Citation {
  std::string id;
  CitationKind kind = CitationKind::decision;
  std::string number;
  std::optional<Date> date;
  std::string issuer, name;
  Clauses clauses;
};

/// What this campaign carries out: another campaign of this site, or a document it cites. Exactly one is set.
struct Parent {
  std::optional<std::size_t> campaign;  ///< position in Site::campaigns
  std::optional<std::size_t> citation;  ///< position in Campaign::citations
  Clauses clauses;
};

struct YearTheme {
  int year = 0;
  std::string name;
  Clauses clauses;
};
struct Themes {
  std::string text;
  Units chosen_by;
  std::vector<YearTheme> by_year;
  Clauses clauses;
};

struct CampaignPeriod {
  Period range;
  std::string text;  ///< where the plan words it otherwise than from year to year
  Clauses clauses;
};

struct Audience {
  std::string id, name;
  std::vector<RecipientKind> recipients;
  Units units;
  Clauses clauses;
};

struct CriteriaGroup {
  std::string id, name;
  Clauses clauses;
};

struct Target {
  std::string id, what;
  Comparator comparator = Comparator::exact;
  std::string value;  ///< as written in the data: 90, 93.5, 2/3
  double number = 0;  ///< the same as a number
  std::string unit;
  std::vector<Level> tiers;
  std::optional<Date> due;
};

struct Criterion {
  std::string id, label, text;
  std::optional<std::size_t> group;    ///< position in Campaign::criteria_groups
  std::vector<std::size_t> audiences;  ///< positions in Campaign::audiences; empty: all
  std::vector<Target> targets;
  Clauses clauses;
};

/// Who proposes, considers, grants or receives.
struct Role {
  Given is = Given::not_stated;
  Units units;
  std::string by;
  Clauses clauses;
};

struct AwardForm {
  std::string id, name;
  AwardKind kind = AwardKind::commendation;
  std::vector<RecipientKind> recipients;
  Role proposer, council, grantor;
  Clauses clauses;
};

struct Round {
  std::string id, name;
  RoundKind kind = RoundKind::annual;
  std::vector<int> years;
  std::optional<Period> covers;
  Clauses clauses;
};

/// A number as the plan gives it.
struct GivenNumber {
  CountKind is = CountKind::not_stated;
  double value = 0;      ///< for exact, at_least, more_than, at_most, less_than
  std::string spelling;  ///< of the value
  Units to;              ///< delegated: to whom
  std::string by;        ///< delegated: by what
};

/// What a later document made of a fact; it holds from its day on.
template <class Value>
struct Change {
  Date from;
  Value value;
  Clauses clauses;
  std::vector<int> years = {};  ///< those that it is about; empty: all that the value says anything of
};

struct Quota {
  std::size_t award_form = 0;       ///< position in Campaign::award_forms
  std::vector<std::size_t> rounds;  ///< positions in Campaign::rounds
  RecipientKind recipient = RecipientKind::collective;
  std::optional<UnitIndex> block;
  bool part_of = false;  ///< a share of the total of the same form, round and kind
  GivenNumber count;
  std::string text;
  std::vector<Change<GivenNumber>> changes;  ///< oldest first
  Clauses clauses;
};

/// What a program can compare; the meaning of each kind stands in campaign.schema.json.
struct Check {
  CheckKind kind = CheckKind::index;
  std::optional<Comparator> comparator;
  std::optional<double> value;
  std::string spelling, unit;
  std::optional<int> count;
  std::vector<int> years, places;
  std::optional<UnitIndex> within;
  std::optional<Rating> rating;
  std::optional<Scope> scope;
  std::optional<std::size_t> award_form, freed_by;
  std::optional<std::size_t> milestone;
  std::string recognised_by;
  std::vector<Units> routes;
};

struct Condition {
  std::string text;
  std::vector<RecipientKind> recipients;  ///< empty: both
  std::optional<UnitIndex> block;
  std::vector<std::size_t> rounds;  ///< empty: all
  Logic logic = Logic::not_stated;
  std::vector<Condition> conditions;
  std::optional<Check> check;
  Units attested_by;  ///< who confirms it, where the plan names them; a block stands for its units
  Clauses clauses;
};

struct Standard {
  std::string id;
  std::vector<std::size_t> award_forms;  ///< empty: all
  std::vector<std::size_t> rounds;       ///< empty: all
  std::vector<RecipientKind> recipients;
  Given is = Given::not_stated;
  Units to;
  std::string by, text;
  Logic logic = Logic::not_stated;
  std::vector<Condition> conditions;
  Clauses clauses;
};

struct DossierPart {
  std::string name, form, confirmed_by;
  Clauses clauses;
};

struct Dossier {
  std::vector<std::size_t> award_forms, rounds;  ///< empty: all
  Given is = Given::not_stated;
  Units to;
  std::string by, text;
  std::vector<DossierPart> parts;
  GivenNumber copies;
  Role addressee;
  Units through;
  Clauses clauses;
};

/// A day of the calendar that a milestone falls on, and the year of the campaign that it is for, where it comes each
/// year.
struct DueDate {
  Date date;
  std::optional<int> for_year;
};

struct When {
  WhenKind is = WhenKind::not_stated;
  std::vector<DueDate> dates;  ///< before, by, within, on: one, or one per year; else none
  std::optional<Date> from, to;
  std::string from_event, event, by;
  Units delegated_to;

  /// Whether it says anything of that year. What dates some years of a yearly milestone leaves the others as they were.
  bool is_about(std::optional<int> year) const {
    return !year || dates.empty() || std::any_of(dates.begin(), dates.end(), [&](const DueDate& due) {
      return !due.for_year || due.for_year == year;
    });
  }
};

/// Where it stands that a deadline moved or was withdrawn: a clause of the campaign's documents, or a document that is
/// not here. One of the two, or the content is reported.
struct Source {
  Clauses clauses;
  std::string document;
};

/// A date that a milestone had until it was moved.
struct Revision {
  Date before;
  Date on;                      ///< the day of the document that moved it
  std::optional<int> for_year;  ///< absent: of all years
  Source source;
  Place place;
};

/// From this day on nobody has to meet the milestone.
struct Withdrawal {
  Date on;
  Source source;
  Place place;
};

struct Milestone {
  std::string id, name;
  MilestoneKind kind = MilestoneKind::dossier;
  Units who, to;
  std::vector<std::size_t> rounds;
  When when;
  std::string after, may_move;
  std::optional<Event> after_event;   ///< the event of `after`, where the site's data carries it
  std::vector<Change<When>> changes;  ///< oldest first
  std::vector<Revision> revisions;    ///< oldest first; `when` is what holds now
  std::optional<Withdrawal> withdrawn;
  Clauses clauses;
};

struct Duty {
  Units who, with;
  std::vector<DutyKind> kinds;
  std::string text;
  std::optional<std::size_t> milestone;
  Clauses clauses;
};

/// A slip in the printed document.
struct Note {
  std::string id, text;
  NoteKind kind = NoteKind::misprint;
  Clauses clauses;
};

/// Any fact, as the cross-check of facts and clauses sees it.
struct Fact {
  std::string key;  ///< where it stands: criteria, award_forms …
  Place place;
  Clauses clauses;
  std::vector<Quantity> quantities;
};

struct Campaign {
  std::string id;
  std::string file;  ///< content/campaigns/<id>/campaign.json
  bool illustrative = false;
  content::OriginIndex origin;  ///< position in Site::origins
  Date updated;
  TextFact title;
  std::string short_title;
  std::optional<TextFact> slogan;
  std::size_t locality = 0;
  Level level = Level::district;
  PartyFact issuer;
  CampaignPeriod period;
  DocumentNumber number;
  DocumentDate date;
  Signer signer;
  std::vector<Citation> citations;
  std::vector<Parent> parents;
  std::vector<TextFact> recipients;
  std::optional<Themes> themes;
  std::vector<TextFact> purposes, requirements, content_areas, funding;
  std::vector<Audience> audiences;
  std::vector<CriteriaGroup> criteria_groups;
  std::vector<Criterion> criteria;
  std::vector<AwardForm> award_forms;
  std::vector<Round> rounds;
  std::vector<Quota> quotas;
  std::vector<Standard> standards;
  std::vector<Condition> conditions;
  std::vector<Dossier> dossiers;
  std::vector<Milestone> milestones;
  std::optional<PartyFact> standing_body;
  std::vector<Duty> duties;
  std::vector<Note> notes;

  std::vector<Document> documents;  ///< the plan first
  std::vector<Fact> facts;          ///< every object of campaign.json that cites a clause
  std::vector<Registration> registrations;
  std::vector<ScoreTable> scores;           ///< by year
  std::vector<AttainmentTable> attainment;  ///< by year
  std::vector<Result> results;              ///< by file name; those that are to be seen
  std::vector<ExpiredResult> expired;       ///< what was to be seen until some time ago
  std::vector<HiddenResult> hidden;         ///< those that are not to be seen yet, or no longer
  std::optional<Moment> next_change;        ///< when a result appears or disappears next
};

}  // namespace thidua::model
