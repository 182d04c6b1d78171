// What a plan has to pass before anything on a host is changed.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "deploy/deployment.hpp"

namespace thidua::deploy {

/// Reads the record of results that is on the host; nothing where there is none. Fails where the host did, which it
/// has then reported.
using ReadRecord = std::function<bool(std::optional<std::string>& record)>;

/// Whether the record on the host allows the output's (which is not even asked where both are the same), and no more
/// leaves than may. Says why not.
bool is_allowed(const Output& output, const Known& known, const Plan& plan, const Order& order,
                const Surroundings& around, const ReadRecord& read_record, Diagnostics& diagnostics);

}  // namespace thidua::deploy
