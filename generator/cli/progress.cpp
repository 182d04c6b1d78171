#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace thidua::cli {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

Progress::Progress(std::string label, std::size_t total, std::size_t stride)
    : label_(std::move(label)),
      total_(total),
      stride_(stride),
      terminal_(isatty(STDERR_FILENO) != 0),
      next_(steady_clock::now() + milliseconds(500)) {}

Progress::~Progress() {
  if (shown_) fmt::print(stderr, "\r\x1b[K");
}

void Progress::step() {
  const std::size_t done = ++done_;
  if (!terminal_ || done % stride_ != 0) return;
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock || steady_clock::now() < next_) return;
  next_ = steady_clock::now() + milliseconds(100);
  shown_ = true;
  fmt::print(stderr, "\r{} {}/{} ", label_, done, total_);
  std::fflush(stderr);
}

}  // namespace thidua::cli
