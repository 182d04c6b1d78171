#include "deploy/pace.hpp"

#include <algorithm>
#include <cmath>

namespace thidua::deploy {
namespace {

/// What a file costs beside its bytes: opening, closing, renaming.
constexpr double kCostOfFile = 16.0 * 1024;

double cost(std::size_t files, std::uint64_t bytes) {
  return static_cast<double>(files) * kCostOfFile + static_cast<double>(bytes);
}

double seconds_between(Pace::Time from, Pace::Time to) { return std::chrono::duration<double>(to - from).count(); }

}  // namespace

void Pace::arrived(std::uint64_t bytes) {
  ++files_done_;
  bytes_done_ += bytes;
}

double Pace::rate(Time now) const {
  return static_cast<double>(bytes_done_) / std::max(seconds_between(start_, now), 1e-3);
}

std::optional<std::chrono::seconds> Pace::remaining(Time now) const {
  const double done = cost(files_done_, bytes_done_), left = std::max(0.0, cost(files_, bytes_) - done);
  if (files_done_ == 0) return std::nullopt;
  return std::chrono::seconds(std::llround(seconds_between(start_, now) * left / done));
}

}  // namespace thidua::deploy
