#include "base/clock.hpp"

namespace thidua::base {

std::chrono::sys_days today_in_vietnam() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + std::chrono::hours(7));
}

}  // namespace thidua::base
