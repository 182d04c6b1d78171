// What other hosts answered not long ago, so that nobody is asked again each time. A file of the machine's, not of the
// content: without it only time is lost.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/disk.hpp"
#include "links/outcome.hpp"

namespace thidua::links {

inline constexpr std::size_t kMostCached = 20'000;      ///< answers kept, the newest
inline constexpr std::uint64_t kCacheBytes = 32 << 20;  ///< a larger file is not read

class Cache {
 public:
  using Seconds = std::chrono::sys_seconds;

  /// Nothing where the text is no cache of this version.
  static std::optional<Cache> parse(std::string_view json);
  /// The same bytes for the same answers.
  std::string to_json() const;

  /// What was found at an address since a time. An answer from the future is none.
  std::optional<Finding> find(const std::string& address, Seconds since, Seconds now) const;

  /// Keeps what holds for a while: what works, has moved, or is not for programs. Who mends a broken link, or waits for
  /// a server to come back, wants to see it at the next run.
  void keep(const std::string& address, const Finding& finding, Seconds now);
  /// Forgets what is older than that, and the oldest beyond kMostCached.
  void trim(Seconds since);

  bool empty() const { return answers_.empty(); }

 private:
  struct Kept {
    Finding finding;
    Seconds asked;
  };
  std::map<std::string, Kept> answers_;  ///< by Url::text
};

/// Writes beside the file and puts it in its place in one step: a reader finds the old or the new bytes. Fails where
/// something else than a file has the name.
base::Done write_in_place(base::Disk& disk, const std::string& path, std::string_view bytes);

}  // namespace thidua::links
