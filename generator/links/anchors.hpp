// Links to a place within a page of this site: whether the page has it.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "render/check_texts.hpp"
#include "routes/routes.hpp"

namespace thidua::links {

/// The path below the root that an author's link names within this site, with query and fragment: of `/a/`, and of an
/// address in full that begins with the site's own. Nothing for a link that leads elsewhere, or to its own page.
std::optional<std::string> own_path(const std::string& url, const std::string& base_url);

class Anchors {
 public:
  Anchors(const std::vector<render::WrittenLink>& links, const routes::Routes& routes, const std::string& base_url);

  /// Takes each rendered page by its path in the output; by several threads at once.
  void take(const std::string& output, std::string_view html);
  /// Links in full to pages of this site that are not there, which no other stage holds against the routes, and anchors
  /// that no page had.
  void report(Diagnostics& diagnostics) const;

 private:
  struct Wanted {
    std::string anchor, url;
    Place place;
    bool found = false;
  };

  std::multimap<std::string, Wanted, std::less<>> wanted_;  ///< by the page's path in the output
  std::vector<std::pair<Place, std::string>> missing_;      ///< pages
  std::mutex mutex_;
};

}  // namespace thidua::links
