// The wish to end, from the keyboard (SIGINT) or from another process (SIGTERM), as something to wait for.
#pragma once

#include "base/system/descriptor.hpp"

namespace thidua::base {

/// While it exists, neither signal ends the process. Made before any thread is started: threads inherit that.
class StopSignals {
 public:
  StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  ~StopSignals();

  /// Readable once one of them has come; -1, which is never readable, where the system has no descriptor left.
  int descriptor() const { return file_.get(); }

 private:
  Descriptor file_;
};

}  // namespace thidua::base
