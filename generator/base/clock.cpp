#include "base/clock.hpp"

#include <thread>

namespace thidua::base {
namespace {

class RealClock final : public Clock {
 public:
  std::chrono::sys_seconds now() const override { return base::now(); }
  std::chrono::steady_clock::time_point steady() const override { return std::chrono::steady_clock::now(); }
  void sleep(std::chrono::milliseconds duration) override { std::this_thread::sleep_for(duration); }
};

}  // namespace

std::chrono::local_time<std::chrono::minutes> now_in_vietnam() {
  const auto there = std::chrono::system_clock::now().time_since_epoch() + std::chrono::hours(7);
  return std::chrono::local_time<std::chrono::minutes>(std::chrono::floor<std::chrono::minutes>(there));
}

std::chrono::sys_seconds now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

std::unique_ptr<Clock> real_clock() { return std::make_unique<RealClock>(); }

}  // namespace thidua::base
