// From a target to its host: the one place that knows every kind.
#pragma once

#include <memory>

#include "deploy/host.hpp"
#include "deploy/target.hpp"

namespace thidua::deploy {

/// A host of the target's kind with `jobs` transfers in flight, not connected yet.
std::unique_ptr<Host> open_host(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience);

}  // namespace thidua::deploy
