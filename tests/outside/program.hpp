// The finished program, run as a user runs it: its exit code, what it prints, and what it costs.
#pragma once

#include <string>
#include <vector>

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

/// Whether the program carries the sanitizers, which cost time and memory that the limits are not about.
constexpr bool sanitized() {
#ifdef __SANITIZE_ADDRESS__
  return true;
#else
  return false;
#endif
}

}  // namespace thidua::testing
