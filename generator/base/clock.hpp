// The one place that asks the machine for the time, and waits.
#pragma once

#include <chrono>
#include <memory>

namespace thidua::base {

/// The present minute by the clocks of Vietnam, which are seven hours ahead of UTC all year, wherever the machine
/// stands.
std::chrono::local_time<std::chrono::minutes> now_in_vietnam();

/// The present second, as protocols state it.
std::chrono::sys_seconds now();

/// Time behind a small interface, so that tests can let hours pass at once.
class Clock {
 public:
  virtual ~Clock() = default;

  /// Seconds since 1970, in UTC.
  virtual std::chrono::sys_seconds now() const = 0;
  /// For durations: never set back.
  virtual std::chrono::steady_clock::time_point steady() const = 0;
  virtual void sleep(std::chrono::milliseconds duration) = 0;
};

std::unique_ptr<Clock> real_clock();

}  // namespace thidua::base
