// sources.json beside content/: the portals whose campaigns, results and practices are taken in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

/// One portal, or anything else that serves an exchange file.
struct Source {
  std::string id;
  std::string url;
  std::vector<std::string> allow;      ///< `host` or `host:port` that may be asked wherever they are, and without TLS
  std::vector<std::string> leave_out;  ///< "campaigns/x", "practices/y", "units/z"
  std::uint64_t limit = 16 << 20;      ///< bytes of its file
  unsigned seconds = 60;               ///< for one transfer
  Place place;                         ///< in sources.json
};

inline constexpr std::string_view kSourceList = "sources.json";

/// The sources in their order; none where there is no such file. Nothing where the file is wrong, which is reported:
/// also an id that comes twice, and an address without TLS whose host is not allowed by name.
std::optional<std::vector<Source>> read_source_list(const base::Disk& disk, const std::string& root,
                                                    Diagnostics& diagnostics);

}  // namespace thidua::content
