// A failing disk in words for whoever runs the build.
#pragma once

#include "base/result.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::publish {

/// Adds the diagnostic for a failure of writing or reading the output folder.
void report(const base::Failure& failure, Diagnostics& diagnostics);

}  // namespace thidua::publish
