#include "cli/deploy/transfer_progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "cli/deploy/deploy_words.hpp"

namespace thidua::cli {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

}  // namespace

TransferProgress::TransferProgress(Language language) : language_(language), terminal_(isatty(STDERR_FILENO) != 0) {}

TransferProgress::~TransferProgress() {
  if (shown_) fmt::print(stderr, "\r\x1b[K");
}

void TransferProgress::begin(const deploy::Plan& plan) {
  if (!terminal_) return;
  pace_.emplace(plan.send.size(), plan.bytes, steady_clock::now());
  next_ = steady_clock::now() + milliseconds(500);
}

void TransferProgress::arrived(std::uint64_t bytes) {
  if (!pace_) return;
  pace_->arrived(bytes);
  const auto now = steady_clock::now();
  if (now < next_) return;
  next_ = now + milliseconds(200);
  shown_ = true;
  fmt::print(stderr, "\r\x1b[K{}", pace_line(*pace_, now, language_));
  std::fflush(stderr);
}

}  // namespace thidua::cli
