// What is new, as Atom feeds: news, good practices, results, corrections.
#pragma once

#include "data/files.hpp"

namespace thidua::data {

/// How many entries a feed holds, the newest ones.
inline constexpr std::size_t kFeedLength = 50;

/// Hands over the four feeds, also those without entries: a reader may wait for the first one.
void make_feeds(const Material& material, const Take& take);

}  // namespace thidua::data
