// Terms -> shards: runs of terms that follow each other, of which a reader fetches one.
#pragma once

#include <string>
#include <vector>

#include "search/collate.hpp"

namespace thidua::search {

struct Shard {
  std::string first;  ///< key of the first term
  std::string bytes;
};

/// Shards behind each other, and behind them the lists that are too long to stand in them.
struct ShardFile {
  std::vector<Shard> shards;
  std::string lists;
};

/// The syllables that can have a typing error: those without a digit, by their positions in Collation::syllables.
std::vector<std::uint32_t> misspellable(const Collation& collation);

/// A shard ends with the term that makes it this long, in bytes.
inline constexpr std::size_t kShardBytes = 768;
/// A list of hits that is longer stands behind the shards of its file.
inline constexpr std::size_t kListBytes = 64;
/// A file ends, and its last shard with it, with the term that makes it this long.
inline constexpr std::size_t kFileBytes = 32 << 10;

/// Each term is written as: how many bytes its key has in common with the one before in its shard; the rest of the key;
/// the number of bytes of what follows; how many ways of writing it there are, and each, the most frequent first
/// (append_form); of a single syllable three lists of syllables by their numbers in misspellable(), written as pages
/// are: those that often stand before it, others that stand before it, those that often stand behind it; how many pages
/// have it; then 0 and its hits (append_hits), or the number of bytes of its hits and where in the file's lists they
/// begin.
///
/// Two syllables often stand together where at least two pages have them so, and a tenth of those that have the rarer.
std::vector<ShardFile> make_shards(const Collation& collation, unsigned jobs);

}  // namespace thidua::search
