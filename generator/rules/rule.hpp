// The rules stage: the site -> findings. A rule looks at the finished site and changes nothing; each is one file that
// explains itself.
#pragma once

#include <chrono>

#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"

namespace thidua::rules {

/// Every rule, over everything, on up to `jobs` threads.
void check_site(const model::Site& site, std::chrono::sys_days today, unsigned jobs, Diagnostics& diagnostics);

// The rules, one file each.
void clause_without_fact(const model::Campaign& campaign, Diagnostics& diagnostics);
void fact_without_clause(const model::Campaign& campaign, Diagnostics& diagnostics);
void dated_in_future(const model::Site& site, std::chrono::sys_days today, Diagnostics& diagnostics);

}  // namespace thidua::rules
