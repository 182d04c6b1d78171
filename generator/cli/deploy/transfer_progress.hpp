// How a deployment gets on, on a terminal; in a pipe or a log nothing is shown.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "deploy/deployment.hpp"
#include "deploy/pace.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::cli {

/// One line on standard error that is rewritten, and cleared at the end.
class TransferProgress {
 public:
  explicit TransferProgress(Language language);
  ~TransferProgress();
  TransferProgress(const TransferProgress&) = delete;
  TransferProgress& operator=(const TransferProgress&) = delete;

  void begin(const deploy::Plan& plan);
  void arrived(std::uint64_t bytes);

 private:
  const Language language_;
  const bool terminal_;
  std::optional<deploy::Pace> pace_;
  std::chrono::steady_clock::time_point next_;
  bool shown_ = false;
};

}  // namespace thidua::cli
