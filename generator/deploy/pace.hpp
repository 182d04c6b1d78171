// How fast files travel, and how long the rest will take.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace thidua::deploy {

/// Small files cost more than their bytes, so that what is left is reckoned in both.
class Pace {
 public:
  using Time = std::chrono::steady_clock::time_point;

  Pace(std::size_t files, std::uint64_t bytes, Time start) : files_(files), bytes_(bytes), start_(start) {}

  void arrived(std::uint64_t bytes);

  std::size_t files_done() const { return files_done_; }
  std::size_t files() const { return files_; }
  std::uint64_t bytes_done() const { return bytes_done_; }

  /// Bytes a second since the start.
  double rate(Time now) const;
  /// Nothing before there is something to reckon from.
  std::optional<std::chrono::seconds> remaining(Time now) const;

 private:
  std::size_t files_, files_done_ = 0;
  std::uint64_t bytes_, bytes_done_ = 0;
  Time start_;
};

}  // namespace thidua::deploy
