// How far long work has come, on a terminal; in a pipe or a log nothing is shown.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace thidua::cli {

/// One line on standard error that is rewritten, from half a second on, and cleared at the end.
class Progress {
 public:
  /// Looks at the clock once in `stride` pieces: those of a build are many and short.
  Progress(std::string label, std::size_t total, std::size_t stride = 64);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more piece is done. May be called from several threads at once.
  void step();

 private:
  const std::string label_;
  const std::size_t total_, stride_;
  const bool terminal_;
  std::atomic<std::size_t> done_{0};
  std::mutex mutex_;
  std::chrono::steady_clock::time_point next_;
  bool shown_ = false;
};

}  // namespace thidua::cli
