// Our own content and copies from elsewhere -> one site. What was pulled never stops a build: a copy that does not fit
// is left out, and everything else about it is a warning.
#pragma once

#include <string>
#include <vector>

#include "content/exchange/take_in.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/build_site.hpp"
#include "rules/rule.hpp"

namespace thidua::pull {

struct CombineOptions {
  model::BuildOptions build;
  rules::ReadMedia read_media;  ///< of our own
};

struct Combined {
  model::Site site;
  model::Embargoed embargoed;
  content::Sources sources;                  ///< what the site was built of, as build_site() leaves it
  std::vector<content::Conflict> conflicts;  ///< not reported yet
  std::vector<std::string> misfits;          ///< ids of the sources whose copy was left out, which is reported
};

/// A copy is left out where something in it refers to what is nowhere, or breaks another rule that typed values rest
/// on: such a site would not be fit to be shown. Looks for personal data in what is taken in, too.
Combined combine(content::Sources&& own, std::vector<content::Parcel> parcels, const CombineOptions& options,
                 Diagnostics& diagnostics);

/// Whether an id that two have is an error, or that of the later is left out with a warning, so that the site is built.
enum class Conflicts { fail, leave_out };

void report_conflicts(const std::vector<content::Conflict>& conflicts, Conflicts how, Diagnostics& diagnostics);

}  // namespace thidua::pull
