// The rules stage: the site -> findings. A rule looks at the finished site and changes nothing; each is one file that
// explains itself.
#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"
#include "content/sources.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"

namespace thidua::rules {

/// Every rule of the content, over everything, on up to `jobs` threads. The audit of awards is rules/audit/.
void check_site(const model::Site& site, model::Moment now, unsigned jobs, Diagnostics& diagnostics);

// The rules, one file each.
void clause_without_fact(const model::Campaign& campaign, Diagnostics& diagnostics);
void fact_without_clause(const model::Campaign& campaign, Diagnostics& diagnostics);
void deadline_history(const model::Campaign& campaign, Diagnostics& diagnostics);
void dated_in_future(const model::Site& site, model::Moment now, Diagnostics& diagnostics);
/// Gives the bytes of a picture or attachment; may be called from several threads at once.
using ReadMedia = std::function<base::Result<std::string>(const content::MediaFile&)>;
/// Looks at the sources, since what is left out of the site (drafts, what is under embargo) must not hold any either;
/// runs before the model is made of them.
void personal_data(const content::Sources& sources, const ReadMedia& read, unsigned jobs, Diagnostics& diagnostics);

}  // namespace thidua::rules
