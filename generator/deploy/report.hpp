// A failing host in words for whoever runs the deployment: what went wrong, what is on the host now, what to do.
#pragma once

#include <cstddef>
#include <string>

#include "deploy/carry/tries.hpp"
#include "deploy/failure.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::deploy {

/// Adds the diagnostic for a failure of talking to the host, or of a wish to end.
void report(const Failure& failure, Diagnostics& diagnostics);
void report(Stop stop, Diagnostics& diagnostics);

/// How far a deployment had come when it ended.
enum class Reached {
  nothing,  ///< readers see the site before, whole
  needed,   ///< the same; some of what new pages will need is there
  pages,    ///< readers see old and new pages, each with all it needs
  entries,  ///< all pages are new; home, feeds and search may still be old
  site,     ///< the new site is whole; what left it may still be there
};

/// Says what is on the host now, and what the next run does.
void report(Reached reached, std::size_t sent, std::size_t planned, Diagnostics& diagnostics);

}  // namespace thidua::deploy
