// What a deployment says on its way and at its end, but findings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "deploy/deployment.hpp"
#include "deploy/host.hpp"
#include "deploy/pace.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::cli {

/// "512 B", "34.1 KB", "1.2 GB": with units of 1,000.
std::string size_words(std::uint64_t bytes);

/// "37 s", "2:05 min", "1:10 h".
std::string time_words(std::chrono::seconds duration);

/// One line for the terminal: files, bytes, rate, time left.
std::string pace_line(const deploy::Pace& pace, deploy::Pace::Time now, Language language);

/// One line for each file that would come (+), change (~) or go (-), with its size.
std::vector<std::string> plan_lines(const deploy::Plan& plan);
/// What the lines come to.
std::string plan_summary(const deploy::Plan& plan, const std::string& target, Language language);

std::string outcome_line(const deploy::Outcome& outcome, const std::string& target, Language language);
/// What a host cannot do and whoever deploys has to know; a line each.
std::vector<std::string> ability_lines(const deploy::Host::Ability& ability, Language language);

std::string verified_line(std::size_t files, const std::string& address, Language language);

}  // namespace thidua::cli
