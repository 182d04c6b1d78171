// What has been published is never changed silently: each change has a correction.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "model/records/published.hpp"

namespace thidua::rules {

/// A correction that leads nowhere: of an award that is not there, or to a value that is not the present one.
void corrections_hold(const model::Site& site, const model::Published& now, Diagnostics& diagnostics);

/// Compares the record with an earlier one. Each decision, award or score that changed, came or went without a
/// correction is an error, and each acknowledgement or correction that changed or went. What expired may go, where that
/// end had been published; a file, an acknowledgement and a correction may come. Of an older version's record, what it
/// knew is compared.
void changed_silently(const model::Site& site, const model::Published& earlier, const model::Published& now,
                      Diagnostics& diagnostics);

}  // namespace thidua::rules
