// What commands say at their end.
#pragma once

#include "base/disk.hpp"
#include "cli/options.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::cli {

/// Prints the findings in the form asked for (text to standard error; json and github to standard output), and for text
/// how many there are. Gives the exit code that follows from them.
int print_findings(const Diagnostics& diagnostics, const base::Disk& disk, const Options& options);

/// "2 error(s), 1 warning(s)", in the user's language.
std::string counts_line(const Diagnostics& diagnostics, Language language);

/// One line to standard output, at once.
void print_line(const std::string& line);

/// One line to standard error.
void print_error(const std::string& line);

/// The one of two sentences that is in the user's language.
std::string say(Language language, std::string english, std::string vietnamese);

}  // namespace thidua::cli
