// Own content and copies from elsewhere -> sources that know whose each thing is.
#pragma once

#include <string>
#include <vector>

#include "base/disk.hpp"
#include "content/exchange/parcel.hpp"

namespace thidua::content {

/// What a copy may have at most, whatever sources.json allows: 64 MB and its head.
inline constexpr std::uint64_t kMaxCopy = (64 << 20) + kCopyHead;

/// The copies of the sources, in their order. A source without a usable one is reported and passed over.
std::vector<Parcel> read_copies(const base::Disk& disk, const std::string& root, const std::vector<Source>& sources,
                                Diagnostics& diagnostics);

/// An id that two have: campaigns/x, practices/y or units/z.
struct Conflict {
  std::string id;
  Place first;         ///< that is kept: our own, or that of the source that sources.json names first
  Place second;        ///< that is not taken in
  std::string source;  ///< of the second
  Place at;            ///< of that source in sources.json
};

/// Adds what the parcels hold to our own content. Units of one locality that are the same in both are no conflict.
std::vector<Conflict> take_in(std::vector<Parcel> parcels, Sources& own);

}  // namespace thidua::content
