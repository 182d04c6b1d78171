// Telling one process from every other of this machine, also when neither is there any more.
#pragma once

#include <string>

namespace thidua::base {

/// One line: this start of the system, the namespace that counts processes, the process's number in it and when it was
/// started. Nothing of it says whose machine it is. Empty where the system does not tell.
std::string this_process();

/// Whether the process of that line was one of this machine, seen from here, and has ended. False where that cannot be
/// known: it ran elsewhere, in another container, or before the system was started last.
bool has_ended(const std::string& process);

}  // namespace thidua::base
