// What is not to be seen yet.
#pragma once

#include <vector>

#include "model/records/records.hpp"

namespace thidua::model {

/// By campaign, the results that `publish_at` holds back. They stand beside the site and not in it, so that nothing can
/// show, list or count them; the audit alone looks at them, and speaks to the editors only.
using Embargoed = std::vector<std::vector<Result>>;

}  // namespace thidua::model
