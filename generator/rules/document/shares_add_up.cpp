// The shares of a number of awards add up to its total.
//
// What: where the plan gives a total for a form, round and kind of recipient, and shares of it by block, the shares
// make the total. Bad: 3 collectives, of which 1 office and 3 wards. Parameters: count, part_of.
#include "rules/audit/audit.hpp"
#include "rules/audit/case.hpp"

namespace thidua::rules {

void shares_add_up(const model::Campaign& campaign, std::vector<Finding>& findings) {
  for (const model::Quota& total : campaign.quotas) {
    if (total.part_of || total.block || total.count.is > model::CountKind::less_than) continue;
    double sum = 0;
    model::Clauses clauses = total.clauses;
    for (const model::Quota& share : campaign.quotas) {
      const bool of_this = share.part_of && share.award_form == total.award_form &&
                           share.recipient == total.recipient && share.rounds == total.rounds;
      if (!of_this || share.count.is != total.count.is) continue;
      sum += share.count.value;
      clauses.insert(clauses.end(), share.clauses.begin(), share.clauses.end());
    }
    if (clauses.size() == total.clauses.size()) continue;
    Finding out =
        judged(RuleId::shares_add_up, std::move(clauses), holds(model::Comparator::exact, sum, total.count.value));
    out.required = {Bound::exact, {Words{total.count.spelling}}};
    out.found.items.emplace_back(Words{spelled(sum, total.count.value)});
    findings.push_back(std::move(out));
  }
}

}  // namespace thidua::rules
