#include <vector>

#include "base/parallel.hpp"
#include "rules/rule.hpp"

namespace thidua::rules {

void check_site(const model::Site& site, model::Moment now, unsigned jobs, Diagnostics& diagnostics) {
  std::vector<Diagnostics> findings(site.campaigns.size());
  base::for_each_index(site.campaigns.size(), jobs, [&](std::size_t i) {
    for (const auto rule : {clause_without_fact, fact_without_clause, deadline_history})
      rule(site.campaigns[i], findings[i]);
  });
  for (Diagnostics& f : findings) diagnostics.merge(std::move(f));
  dated_in_future(site, now, diagnostics);
}

}  // namespace thidua::rules
