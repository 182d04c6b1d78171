// The small files that programs look for at fixed places: search engines, browsers, language models, web servers. One
// file per kind.
#pragma once

#include <string>
#include <vector>

#include "data/files.hpp"

namespace thidua::data {

/// robots.txt: everything may be read; where the sitemap is.
void make_robots(const Material& material, const Take& take);
/// opensearch.xml (OpenSearch 1.1), with which a browser searches the site.
void make_opensearch(const Material& material, const Take& take);
/// llms.txt (llmstxt.org): what the site is and where to begin, in Markdown.
void make_llms(const Material& material, const Take& take);
/// The aliases as redirects for hosts that read `_redirects` (Netlify, Cloudflare Pages).
void make_redirects(const Material& material, const Take& take);
/// `_headers` for the same hosts, and what to take into the configuration of nginx and Apache: security headers,
/// how long what may be kept, the aliases as redirects.
void make_server_files(const Material& material, const Take& take);

/// Where the site begins on its server: "/" of https://host/, "/a/" of https://host/a/.
std::string root_path(const std::string& base_url);

/// One alias, both relative to the server's root: "/old/" leads to "/new/".
struct Redirect {
  std::string from, to;
};
std::vector<Redirect> redirects(const Material& material);

}  // namespace thidua::data
