// Brings and removes many files, through lost connections: what failed in passing is tried again, what arrived is not.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "deploy/carry/parcels.hpp"
#include "deploy/carry/tries.hpp"

namespace thidua::deploy {

class Carrier {
 public:
  /// Called between transfers at least every few seconds; what it fails with ends the work.
  using Pause = std::function<Done()>;

  Carrier(Host& host, Tries& tries, base::Clock& clock, Pause pause)
      : host_(host), tries_(tries), clock_(clock), pause_(std::move(pause)) {}

  /// Until all have arrived, or one fails for good, or three tries in a row have brought nothing.
  Done put(Shipments shipments, const std::function<void(const Shipment&)>& arrived);
  Done remove(std::span<const std::string> paths, const std::function<void(const std::string&)>& removed);

 private:
  /// What came of one go at what is left.
  struct Round {
    std::vector<bool> done;
    std::size_t succeeded = 0;
    std::optional<Failure> passing, lasting;
  };
  using Go = std::function<void(const Each&)>;

  Done remove_slice(std::vector<std::string> paths, const std::function<void(const std::string&)>& removed);

  Round go(std::size_t count, const Go& once, const std::function<void(std::size_t)>& succeeded);
  /// Whether and how to go on after a round that left something; counts the tries.
  Done recover(const Round& round, bool paused, unsigned& failed_tries);

  Host& host_;
  Tries& tries_;
  base::Clock& clock_;
  Pause pause_;
};

}  // namespace thidua::deploy
