#include "base/system/stop_signals.hpp"

#include <doctest/doctest.h>
#include <poll.h>

#include <csignal>

namespace thidua::base {
namespace {

bool readable(const StopSignals& signals) {
  pollfd file{signals.descriptor(), POLLIN, 0};
  return ::poll(&file, 1, 0) == 1;
}

}  // namespace

TEST_CASE("base::StopSignals: a signal can be waited for, and ends nothing, not even afterwards") {
  for (const int signal : {SIGINT, SIGTERM}) {
    const StopSignals signals;
    CHECK_FALSE(readable(signals));
    REQUIRE(std::raise(signal) == 0);
    CHECK(readable(signals));
  }
  const StopSignals fresh;
  CHECK_FALSE(readable(fresh));
}

}  // namespace thidua::base
