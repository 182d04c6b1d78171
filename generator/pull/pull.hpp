// thidua pull without its printing: every source is asked, what it gives is checked, and what is good takes the place
// of the copy that was there.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "pull/combine.hpp"

namespace thidua::pull {

struct PullOptions {
  std::string root;  ///< the folder that holds content/, sources.json and pulled/
  CombineOptions combine;
  std::string authorities;  ///< file of certificates to trust instead of the system's
  /// What a build would look at beyond the model: addresses, links. Its errors in our own content count.
  std::function<void(const model::Site&, Diagnostics&)> check_site = {};
};

enum class Outcome {
  taken,      ///< there is a new copy
  unchanged,  ///< the source says that the copy is current
  kept,       ///< why is a finding; the last good copy stays
  nothing     ///< likewise, and there is no copy
};

/// What became of one source, and what its copy holds now.
struct PulledSource {
  std::string id;
  Outcome outcome = Outcome::nothing;
  std::string day;  ///< of the copy: 2026-03-10
  std::size_t campaigns = 0, results = 0, practices = 0;
};

/// In the order of the list. Sources that fail are warnings, ids that two have are errors: neither hinders the others.
/// A copy with such an id, that does not fit the site otherwise, or with which our own content or another portal's copy
/// would not be in order any more, is not taken; who came first stays.
std::vector<PulledSource> pull(base::Disk& disk, const content::Sources& own,
                               const std::vector<content::Source>& sources, const PullOptions& options,
                               Diagnostics& diagnostics);

}  // namespace thidua::pull
