// A shipped plan, read from the repository as it stands, with fictional units and records beside it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "content/sources.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::testing {

/// An award with everything that the plan asks for: proposed and considered by those whom the plan names, its dossier
/// whole, and every condition attested that can be. Of conditions of which any is enough, only those of `via`.
struct Wanted {
  std::string unit;                          ///< id within the locality
  std::string form;                          ///< id of the award form
  std::string person = {};                   ///< empty: the unit itself
  std::vector<std::string> via = {};         ///< paths of clauses; where none is in a choice, its first condition
  std::string received = "2000-01-01";       ///< the dossier
  std::optional<model::Rating> rating = {};  ///< attested; absent: the one that is asked for
};

class Plan {
 public:
  /// `id` of the campaign; the locality is the one that it names.
  explicit Plan(const std::string& id);

  /// A fictional unit `id` of that block, to be added before the first record.
  void unit(const std::string& id, const std::string& block);

  /// The score of a unit, the same in all these years; published on 10 January of the next.
  void score(const std::vector<int>& years, const std::string& unit, const std::string& points,
             const std::string& block = {});
  /// Registered, with contents and targets, and reported by the end of the year.
  void registered(const std::string& unit, int year, const std::string& received, const std::string& reported);
  /// A decision; an empty round is none.
  void decide(const std::string& round, int year, const std::string& date, const std::string& granted_by);
  void grant(const Wanted& wanted);
  /// Leaves out all decisions so far, so that others can be tried on the same scores and registrations.
  void begin_anew();

  /// The verdicts of the audit of all decisions, on the plan as it is or after `alter` changed its campaign.json: by
  /// what they are about. Those about awards begin with "award", those about numbers with "number", those about the
  /// plan itself with "document".
  std::map<std::string, std::string> verdicts(const std::function<void(content::Value&)>& alter) const;

  const content::Value& facts() const { return sources_.campaigns.front().facts.root; }

 private:
  struct Records {
    std::vector<model::Registration> registrations;
    std::vector<model::ScoreTable> scores;
    std::vector<model::Result> results;
  };

  const model::Site& site();
  model::Campaign& campaign() { return site_.campaigns.front(); }
  model::UnitIndex index(const std::string& unit);

  content::Sources sources_;
  model::Site site_;  ///< without records; empty until asked for
  Records records_;
  std::vector<std::vector<model::Result>> worlds_;  ///< decisions left out, each group by itself
};

}  // namespace thidua::testing
