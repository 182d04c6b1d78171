// The finished program, run as a user runs it: its exit code, what it prints, and what it costs.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/temporary_folder.hpp"

namespace thidua::testing {

struct Invocation {
  std::vector<std::string> args;
  std::string folder = ".";                   ///< working directory
  std::vector<std::string> environment = {};  ///< NAME=value, over PATH and LC_ALL=C.UTF-8, which are all there is else
};

struct Run {
  int exit_code = 0;  ///< 128 and the signal's number where one killed it, as a shell says it
  std::string out, err;
  double seconds = 0;       ///< from start to end
  long peak_kilobytes = 0;  ///< most memory in use at a time
};

/// Runs the program to its end; kills it after a minute.
Run run_program(const Invocation& invocation);

/// The program while it runs; killed where it still does at the end.
class RunningProgram {
 public:
  explicit RunningProgram(const Invocation& invocation);
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;
  ~RunningProgram();

  /// What it has printed so far.
  std::string out() const { return bytes_of(streams_ / "out"); }
  std::string err() const { return bytes_of(streams_ / "err"); }

  /// Sends the signal, and gives the exit code; nothing where it still runs after the time.
  std::optional<int> end(int signal, std::chrono::milliseconds patience);

 private:
  TemporaryFolder streams_;
  pid_t process_;
};

/// Whether the program carries the sanitizers, which cost time and memory that the limits are not about.
constexpr bool sanitized() {
#ifdef THIDUA_SANITIZED
  return true;
#else
  return false;
#endif
}

}  // namespace thidua::testing
