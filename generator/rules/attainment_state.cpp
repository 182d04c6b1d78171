#include "rules/attainment_state.hpp"

#include <algorithm>

#include "rules/audit/case.hpp"

namespace thidua::rules {

bool TargetYear::met() const {
  if (whole.reported()) return whole.met;
  return !units.empty() && std::all_of(units.begin(), units.end(), [](const Reached& r) { return r.met; });
}

Attainment attainment_of(const model::Campaign& campaign) {
  Attainment out;
  for (auto table = campaign.attainment.rbegin(); table != campaign.attainment.rend(); ++table) {
    for (std::size_t c = 0; c < campaign.criteria.size(); ++c) {
      for (std::size_t t = 0; t < campaign.criteria[c].targets.size(); ++t)
        out[{c, t}].push_back({.year = table->year});
    }
    for (const model::Attained& attained : table->attained) {
      const auto [c, t] = attained.target;
      const model::Target& target = campaign.criteria[c].targets[t];
      const Reached reached{&attained, holds(target.comparator, attained.number, target.number)};
      TargetYear& year = out[{c, t}].back();
      if (attained.unit)
        year.units.push_back(reached);
      else
        year.whole = reached;
    }
  }
  return out;
}

}  // namespace thidua::rules
