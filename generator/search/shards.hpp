// Terms -> shards: files that each hold some terms which follow each other.
#pragma once

#include <string>
#include <vector>

#include "search/collate.hpp"

namespace thidua::search {

struct Shard {
  std::string first;  ///< key of the first term
  std::string bytes;
};

/// A shard ends with the term that makes it this long, in bytes.
inline constexpr std::size_t kShardBytes = 4 << 10;

/// Each term is written as: how many bytes its key has in common with the one before in its shard; the rest of the key;
/// the number of bytes of what follows; how many ways of writing it there are, and each, the most frequent first
/// (append_form); its hits (append_hits); and of a single syllable the syllables before which it stands, as pages are
/// written, by their position in the list of all.
std::vector<Shard> make_shards(const Collation& collation, unsigned jobs);

}  // namespace thidua::search
