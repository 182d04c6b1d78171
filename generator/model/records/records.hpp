// What is published about a campaign year by year: registrations, scores of the index, attainment of targets, results.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/clauses/clause.hpp"
#include "model/date.hpp"
#include "model/moment.hpp"
#include "model/unit.hpp"
#include "model/vocabulary.hpp"

namespace thidua::model {

struct OwnPlan {
  std::string number;
  Date date;
};

/// A unit that registered (registrations.json).
struct Registration {
  UnitIndex unit = 0;
  std::optional<int> year;  ///< absent: for the whole campaign
  Date received;
  std::vector<std::string> contents, targets;
  std::optional<Date> report_received;
  std::optional<OwnPlan> own_plan;
  Place place;
};

/// Points of a scale, as written and as a number.
struct Points {
  std::string spelling;
  double value = 0;
};

struct CriterionScore {
  std::string name;
  Points points, maximum;
};

struct Score {
  UnitIndex unit = 0;
  std::optional<UnitIndex> block;  ///< among whom it is ranked
  Points points, maximum;
  std::vector<CriterionScore> criteria;
  int rank = 0;              ///< within the block, from 1; equal scores share a rank, and the next one is left out
  bool tied = false;         ///< whether another unit of the block has the same rank
  int line = 0, column = 0;  ///< in the table's file

  /// Of what could be reached, in percent.
  double percent() const { return points.value * 100 / maximum.value; }
};

/// Whether two percentages are the same but for what computing with them loses.
bool same_percent(double a, double b);

/// A change of something published.
struct Correction {
  Date date;
  std::string reason, decision_number;
  std::optional<Date> decision_date;
  std::string of;     ///< what was corrected: the id of an award, `decision`, or the id of a unit
  std::string field;  ///< as the schema names it
  std::optional<std::string> before, after;  ///< as written; absent: was not there, is no longer there
  Place place;
};

/// The index of one year (scores/<year>.json).
struct ScoreTable {
  int year = 0;
  std::string file;
  std::optional<Date> published;
  std::vector<Score> scores;  ///< by block in the order of the units, then by rank, then in the order of the file
  std::vector<Correction> corrections;

  const Score* of(UnitIndex unit) const;
};

/// A target of the campaign.
struct TargetRef {
  std::size_t criterion = 0;  ///< position in Campaign::criteria
  std::size_t target = 0;     ///< position in its targets
};

struct Attained {
  TargetRef target;
  std::optional<UnitIndex> unit;  ///< absent: the whole locality
  std::string value;              ///< as written: 93.5, 2/3
  double number = 0;              ///< the same as a number
  Date date;
  std::string source;
};

/// What was reached by one year (attainment/<year>.json).
struct AttainmentTable {
  int year = 0;
  std::optional<Date> published;
  std::vector<Attained> attained;
};

struct ReceivedDossier {
  Date received;
  Clauses parts;  ///< each part by its clause in the plan
  std::optional<int> copies;
};

/// What a body confirms and may not be published in detail.
struct Attestation {
  Clauses clauses;                   ///< of the conditions that it is about
  std::optional<CheckKind> check;    ///< only the conditions of this kind; absent: those without a check
  std::string by;                    ///< as written: the id of a unit, or words
  std::optional<UnitIndex> by_unit;  ///< where it is an id
  Date date;
  std::optional<Rating> rating;  ///< not below
  Points value;                  ///< without spelling: none
  std::optional<int> count;
  std::string recognised_by;
};

/// Who answers for an award that does not satisfy the plan.
struct Acknowledgement {
  std::string by, reason;
  Date date;
  Clauses clauses;  ///< what it accepts: that these clauses are not satisfied, and no other
  Place place;
};

struct Award {
  std::string id;
  std::size_t award_form = 0;
  RecipientKind recipient = RecipientKind::collective;
  UnitIndex unit = 0;
  std::string name, position, achievement;
  std::string sort_name;                ///< what lists are ordered by; empty: by the given name, or the unit's
  std::optional<std::size_t> standard;  ///< position in Campaign::standards
  Clauses clauses;                      ///< relied on
  std::optional<UnitIndex> proposed_by, considered_by;
  std::string practice;  ///< slug; empty: none
  std::optional<ReceivedDossier> dossier;
  std::vector<Attestation> attestations;
  std::vector<Acknowledgement> acknowledgements;  ///< in the order of the file
  Place place;
};

struct Decision {
  std::string number, signer;
  Date date;
  std::string file;  ///< under content/media; empty: none
};

/// What one decision of a round grants (results/<name>.json).
struct Result {
  std::string id;  ///< the file name
  std::string file;
  std::optional<std::size_t> round;  ///< position in Campaign::rounds; absent only where the plan names none
  std::optional<int> year;           ///< of the round: given, or the only one that the round has
  Decision decision;
  std::optional<UnitIndex> granted_by;
  std::vector<std::size_t> named_forms;  ///< award forms which the file says that the decision is about
  std::vector<std::size_t> award_forms;  ///< the same, and those of the awards; each once
  std::vector<Award> awards;
  std::vector<Acknowledgement> acknowledgements;  ///< for the numbers granted
  std::vector<Correction> corrections;
  Visibility visibility;
  Place place;
};

/// A result that was to be seen until a moment that has passed.
struct ExpiredResult {
  std::string id;
  Moment expire_at;
};

/// What must be known of a result that is not to be seen now: that references to it are no mistake, and which file is
/// not to be published either.
struct HiddenResult {
  std::string id;
  std::string decision_file;  ///< as in Decision
};

}  // namespace thidua::model
