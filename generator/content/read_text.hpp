// From the bytes of a file to text that the readers can rely on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/disk.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

/// Valid UTF-8 without byte order mark and without control characters other than tab and line feed; line ends are \n.
struct CleanText {
  std::string text;
  bool composed = true;  ///< in normal form C
};

/// The text of the bytes of `file`, or nothing where they are none. Text that is not in normal form C is warned of and
/// left as it is, so that columns stay true; who takes a value out of it normalises it.
std::optional<CleanText> clean_text(std::string bytes, const std::string& file, Diagnostics& diagnostics);

/// The cleaned text of the file at `path`, shown as `file`. Nothing where it cannot be read or has more than `limit`
/// bytes.
std::optional<CleanText> read_text(const base::Disk& disk, const std::string& path, std::uint64_t limit,
                                   const std::string& file, Diagnostics& diagnostics);

/// Reports a failed operation on `file`. `limit` in bytes is what was allowed, where that was exceeded.
void report_failure(const base::Failure& failure, std::uint64_t limit, const std::string& file,
                    Diagnostics& diagnostics);

}  // namespace thidua::content
