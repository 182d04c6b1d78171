// Trying again: at most three times, after growing pauses, with a new connection each time.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "base/clock.hpp"
#include "deploy/failure.hpp"
#include "deploy/host.hpp"

namespace thidua::deploy {

/// Why a deployment ends before its time without the host's doing.
enum class Stop { asked, out_of_time };

class Tries {
 public:
  /// `stopped` is asked before each try and during pauses; `until` bounds the whole. All outlive this.
  Tries(Host& host, base::Clock& clock, std::function<bool()> stopped,
        std::optional<std::chrono::steady_clock::time_point> until)
      : host_(host), clock_(clock), stopped_(std::move(stopped)), until_(until) {}

  /// Calls until it succeeds, fails for good, or three more tries have failed as well. A Result of any kind.
  template <class Operation>
  auto again(Operation operation) -> decltype(operation()) {
    auto outcome = operation();
    for (unsigned tries = 0; !outcome && may_try_again(outcome.error(), tries); ++tries) {
      if (auto ready = pause_and_connect(tries); !ready) {
        outcome = tl::make_unexpected(ready.error());
        continue;
      }
      outcome = operation();
    }
    return outcome;
  }

  /// The first connection.
  Done connect();

  /// Whether another try could help, after so many that have failed.
  bool may_try_again(const Failure& failure, unsigned failed_tries) const;

  /// Waits as long as it is that try's turn to wait, then connects anew.
  Done pause_and_connect(unsigned failed_tries);

  /// Set once somebody wished to stop, or the time is over.
  std::optional<Stop> stop() const;

 private:
  Host& host_;
  base::Clock& clock_;
  std::function<bool()> stopped_;
  std::optional<std::chrono::steady_clock::time_point> until_;
};

}  // namespace thidua::deploy
