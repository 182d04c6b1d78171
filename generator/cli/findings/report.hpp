// Diagnostics as a person, a program or GitHub reads them.
#pragma once

#include <string>

#include "base/disk.hpp"
#include "cli/options.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::cli {

enum class Colour { off, on };

/// All findings in their order, each with its source line and a caret where the column is known, and a hint. In lines
/// with personal data, each digit is a dot; numbers that may be a person's are cut short in what is said, and dots in
/// all lines.
std::string report_text(const Diagnostics& diagnostics, const base::Disk& disk, const Options& options, Colour colour);
/// An array of {code, severity, file, line, column, message, hint}.
std::string report_json(const Diagnostics& diagnostics, Language language);
/// Workflow commands, one a line: ::error file=…,line=…,col=…,title=…::message
std::string report_github(const Diagnostics& diagnostics, Language language);

}  // namespace thidua::cli
