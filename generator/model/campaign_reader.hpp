// What the readers of a campaign's parts share: the ids that one part defines and another refers to.
#pragma once

#include <algorithm>

#include "model/facts.hpp"
#include "model/fields.hpp"
#include "model/read_campaign.hpp"

namespace thidua::model {

struct CampaignReader {
  CampaignReader(const SiteIndex& site_index, const std::vector<Document>& documents)
      : site(site_index), clauses(documents) {}

  const SiteIndex& site;
  std::optional<std::size_t> locality;  ///< of the campaign, where it is known; position in Site::localities
  std::string locality_id;
  ClauseIndex clauses;
  Index citations{Code::unknown_id};
  Index audiences{Code::unknown_id};
  Index groups{Code::unknown_id};
  Index award_forms{Code::unknown_id};
  Index rounds{Code::unknown_id};
  Index milestones{Code::unknown_id};
  Index standards{Code::unknown_id};
  Index targets{Code::unknown_target};
  std::vector<TargetRef> target_refs;  ///< by the positions of `targets`

  Clauses clauses_of(const Fields& fact) const { return fact.has("clause") ? clauses.resolve(fact) : Clauses(); }
  TextFact text_fact(const Fields& fact, std::string_view key = "text") const {
    return {fact.text(key), clauses_of(fact)};
  }
  /// What later documents made of the fact's member `key`, oldest first.
  template <class Value, class Read>
  std::vector<Change<Value>> changes(const Fields& fact, std::string_view key, Read read) const {
    auto out = fact.list("changes", [&](const Fields& f) {
      return Change<Value>{f.date("from").value_or(Date{}), f.nested(key, read).value_or(Value{}), clauses_of(f),
                           f.integers("years")};
    });
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.from.first_day() < b.from.first_day(); });
    return out;
  }

  PartyFact party_fact(const Fields& fact) const;
  Role role(const Fields& fact) const;
  GivenNumber given_number(const Fields& fact) const;
};

/// The parts that tell who is awarded what: award forms, rounds, quotas, standards, conditions, dossiers.
void read_award_rules(const Fields& root, const CampaignReader& reader, Campaign& campaign);
/// Milestones and duties.
void read_schedule(const Fields& root, const CampaignReader& reader, Campaign& campaign);
/// Registrations, scores, attainment and results. Gives the results that are not to be seen yet, which the campaign
/// does not hold.
std::vector<Result> read_records(const content::CampaignFolder& folder, const CampaignReader& reader,
                                 Campaign& campaign, Diagnostics& diagnostics);

}  // namespace thidua::model
