// How --verify reads what readers get.
#pragma once

#include "deploy/target.hpp"
#include "deploy/verify.hpp"

namespace thidua::cli {

/// Trusts the authorities that the target names, as deploying does.
deploy::Fetch public_fetch(const deploy::Target& target, const std::string& address);

}  // namespace thidua::cli
