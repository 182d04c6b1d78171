// From what authors wrote to what is asked of other hosts, and from what was found back to each place.
#pragma once

#include <string>
#include <vector>

#include "base/http/url.hpp"
#include "diagnostics/diagnostic.hpp"
#include "links/survey.hpp"
#include "render/check_texts.hpp"

namespace thidua::links {

/// A link to another host.
struct OutsideLink {
  std::string url;  ///< as written
  Place place;
  std::optional<http::Url> address;  ///< without the fragment; nothing where it is none
};

/// Those links that lead to http or https on another host than this site's.
std::vector<OutsideLink> outside_links(const std::vector<render::WrittenLink>& links, const std::string& base_url);

/// A finding at each place of an address that does not simply work. An address that was not asked is not reported.
void report(const std::vector<OutsideLink>& links, const Findings& findings, Diagnostics& diagnostics);

}  // namespace thidua::links
