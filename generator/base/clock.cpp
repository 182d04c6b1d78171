#include "base/clock.hpp"

namespace thidua::base {

std::chrono::local_time<std::chrono::minutes> now_in_vietnam() {
  const auto there = std::chrono::system_clock::now().time_since_epoch() + std::chrono::hours(7);
  return std::chrono::local_time<std::chrono::minutes>(std::chrono::floor<std::chrono::minutes>(there));
}

}  // namespace thidua::base
