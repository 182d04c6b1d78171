// Diagnostics as a page in a browser.
#pragma once

#include <string>

#include "base/disk.hpp"
#include "cli/options.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::cli {

/// All findings in their order, with what report_text() shows of each. Without script; its style is served beside it.
std::string findings_page(const Diagnostics& diagnostics, const base::Disk& disk, const Options& options);

}  // namespace thidua::cli
