#include "base/system/stop_signals.hpp"

#include <sys/signalfd.h>

#include <csignal>

namespace thidua::base {
namespace {

sigset_t both() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGINT);
  ::sigaddset(&signals, SIGTERM);
  return signals;
}

int blocked() {
  const sigset_t signals = both();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

}  // namespace

StopSignals::StopSignals() : file_(blocked()) {}

StopSignals::~StopSignals() {
  const sigset_t signals = both();
  while (true) {  // what has come was a wish to end, which was heard: it must not end the process now
    signalfd_siginfo seen;
    if (retried([&] { return ::read(file_.get(), &seen, sizeof seen); }) <= 0) break;
  }
  ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace thidua::base
