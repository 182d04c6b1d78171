// The search index as files of the site. All but the entry lie in a folder whose name is the index's hash, and begin
// with it, so that a browser that holds the entry of one build cannot mistake another build's files for its own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/site.hpp"
#include "routes/routes.hpp"
#include "search/harvest.hpp"

namespace thidua::search {

/// Takes a file and its path in the output. May be called by several threads at once.
using Take = std::function<void(const std::string& path, const std::string& bytes)>;

/// Makes the index of what all threads have read of the site's pages:
/// - the entry: `version`, `build`, `pages`, `record_pages`, `shards` (the first term of each), `sizes` (bytes of
///   each), `files` (how many shards each file has), and columns as runs (value, length, value, length …): `kind_runs`,
///   positions in `kinds`, and `year_runs`, 0 for none;
/// - `<n>.bin`, shards behind each other, each of them: "TDTK", the build's 16 hexadecimal digits, the number of bytes
///   that follow as 4 bytes, lowest first, then terms as make_shards() tells; behind the last shard, lists;
/// - `r<n>.json`, the records of `record_pages` pages: address, title, date;
/// - `am-tiet.json`: the syllables that can have a typing error, and roughly of how many pages each is;
/// - `phong-trao.json`, `don-vi.json`, `chu-de.json`: campaigns and units (columns), topics (of each, its pages as
///   distances, as append_pages() has).
void make_index(const model::Site& site, const routes::Routes& routes, const std::vector<const Harvest*>& harvests,
                unsigned jobs, const Take& take);

}  // namespace thidua::search
