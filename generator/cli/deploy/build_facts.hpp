// What a build says of itself, for deploying.
#pragma once

#include "cli/deploy/noting_disk.hpp"
#include "cli/options.hpp"
#include "deploy/build_facts.hpp"
#include "model/site.hpp"

namespace thidua::cli {

/// `noted` has read everything that the site is made of.
deploy::BuildFacts build_facts(const NotingDisk& noted, const Options& options, const model::Site& site);

}  // namespace thidua::cli
