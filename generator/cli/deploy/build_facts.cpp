#include "cli/deploy/build_facts.hpp"

#include <algorithm>

namespace thidua::cli {
namespace {

template <class List>
bool any_illustrative(const List& list) {
  return std::any_of(list.begin(), list.end(), [](const auto& one) { return one.illustrative; });
}

bool is_illustrative(const model::Site& site) {
  return any_illustrative(site.localities) || any_illustrative(site.campaigns) || any_illustrative(site.practices) ||
         any_illustrative(site.exemplars) || any_illustrative(site.news);
}

}  // namespace

deploy::BuildFacts build_facts(const NotingDisk& noted, const Options& options, const model::Site& site) {
  return {THIDUA_VERSION, site.info.base_url,   options.theme, noted.digest(options.root, site.next_change),
          options.drafts, is_illustrative(site)};
}

}  // namespace thidua::cli
