// What the index tells of pages besides their text, as JSON.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "search/collate.hpp"
#include "search/pages.hpp"

namespace thidua::search {

/// How many pages one file of records tells of.
inline constexpr std::size_t kRecordPages = 16;

/// Members of a JSON object, without the braces, so that more can be added. All numbers of pages are positions in
/// `pages`.
std::string records_json(const std::vector<Page>& pages, std::size_t first);
std::string columns_json(const std::vector<Page>& pages);
std::string campaigns_json(const model::Site& site, const std::vector<Page>& pages);
std::string units_json(const model::Site& site, const std::vector<Page>& pages);
std::string topics_json(const model::Site& site, const std::vector<Page>& pages);
std::string syllables_json(const Collation& collation);

}  // namespace thidua::search
