// The content stage: the content folder -> sources. Input: files that anyone may have written. Output: text and data
// that are well-formed, fit their schemas and stay within the limits below; everything else is a diagnostic.
#pragma once

#include <string>

#include "base/disk.hpp"
#include "content/sources.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

/// Reads `<root>/content` on up to `jobs` threads. Never throws for what a file contains. All findings of all files are
/// reported.
Sources read_content(const base::Disk& disk, const std::string& root, unsigned jobs, Diagnostics& diagnostics);

}  // namespace thidua::content
