// The deploy stage: a finished output folder and a host -> the same site on the host.
//
// What readers meet on the way: pages whose assets are all there, first the old ones, then old and new ones, then the
// new ones. Whenever it ends, running it again completes it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "base/disk.hpp"
#include "deploy/host.hpp"
#include "deploy/plan/plan.hpp"
#include "diagnostics/diagnostic.hpp"
#include "publish/manifest.hpp"

namespace thidua::deploy {

/// The site as a build left it.
struct Output {
  std::string folder;
  publish::Manifest manifest;
};

/// What is asked of a deployment.
struct Order {
  bool dry_run = false;  ///< only look: no lock is taken, nothing is written
  bool forms = true;     ///< compressed forms for hosts that do not compress themselves
  unsigned jobs = 4;     ///< threads that compress; how many transfers are in flight is the host's own
  std::optional<std::size_t> max_deletes;     ///< empty: usual_limit()
  std::optional<std::chrono::seconds> whole;  ///< how long it may take
};

/// What a deployment meets outside, and whom it tells.
struct Surroundings {
  base::Disk& disk;
  base::Clock& clock;
  std::string who;  ///< for the lock: machine and process
  std::string run;  ///< of no other deployment
  /// Whether the record of results that the host has (nothing where it has none) allows this output; otherwise says why
  /// not. Called once, before anything is changed.
  std::function<bool(const std::optional<std::string>& record, Diagnostics& diagnostics)> record_holds;
  std::function<bool()> stopped = [] { return false; };  ///< somebody wishes to end it; may be asked by any thread
  std::function<void(const Plan&)> planned = [](const Plan&) {};
  std::function<void(std::uint64_t bytes)> arrived = [](std::uint64_t) {};  ///< a file of so many bytes is on the host
};

struct Outcome {
  bool complete = false;
  Host::Ability ability{false, true, true};  ///< of the host
  Plan plan;
  std::size_t sent = 0;     ///< files that the host confirmed, forms and lists not counted
  std::uint64_t bytes = 0;  ///< of all that was sent
  std::size_t removed = 0;  ///< files
  std::size_t kept = 0;     ///< files that left the site and stay for a while
};

/// Findings and failures are in `diagnostics`; after a failure they also say what is on the host now.
Outcome deploy(Host& host, const Output& output, const Order& order, const Surroundings& around,
               Diagnostics& diagnostics);

}  // namespace thidua::deploy
