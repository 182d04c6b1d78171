// The facts of campaign.json as the cross-check sees them: every object that cites a clause, with the quantities it
// holds.
#pragma once

#include <string>
#include <vector>

#include "model/campaign.hpp"
#include "model/fields.hpp"

namespace thidua::model {

/// Resolves the `clause` of a fact: a path in the plan, or document#path, or a list of them.
class ClauseIndex {
 public:
  explicit ClauseIndex(const std::vector<Document>& documents);

  /// A clause of this document cannot be known, for the document could not be used.
  void excuse(std::string document) { paths_.excuse(std::move(document)); }

  /// The clause or clauses under that key; none where it is absent. Reports each path that leads nowhere.
  Clauses resolve(const Fields& fact, std::string_view key = "clause") const;

 private:
  Index paths_{Code::clause_not_found};  ///< path, or document#path, to a running number
  std::vector<ClauseRef> refs_;
};

/// As a fact would cite them: "IV.1.a, guidance#II.3".
std::string cited(const std::vector<Document>& documents, const Clauses& clauses);

/// All facts of a campaign file in the order of the file. A fact's quantities are those of its own values: not of its
/// plain words
/// (`text`), its references, nor of facts within it.
std::vector<Fact> collect_facts(const content::Value& root, const ClauseIndex& clauses, Reading& reading);

}  // namespace thidua::model
