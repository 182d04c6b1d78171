// The one place that asks the machine for the time.
#pragma once

#include <chrono>

namespace thidua::base {

/// The present minute by the clocks of Vietnam, which are seven hours ahead of UTC all year, wherever the machine
/// stands.
std::chrono::local_time<std::chrono::minutes> now_in_vietnam();

}  // namespace thidua::base
