#include "data/web/web_files.hpp"

namespace thidua::data {

std::string root_path(const std::string& base_url) {
  const std::size_t host = base_url.find("://");
  const std::size_t slash = base_url.find('/', host == std::string::npos ? 0 : host + 3);
  return slash == std::string::npos ? "/" : base_url.substr(slash);
}

std::vector<Redirect> redirects(const Material& material) {
  const std::string root = root_path(material.site.info.base_url);
  std::vector<Redirect> out;
  for (const routes::Route& route : material.routes.pages) {
    if (route.kind == routes::PageKind::alias) out.push_back({root + route.url, root + route.target});
  }
  return out;
}

void make_redirects(const Material& material, const Take& take) {
  std::string out = "# " + material.words.get("machine.redirects_about") + "\n";
  for (const Redirect& redirect : redirects(material)) out += redirect.from + " " + redirect.to + " 301\n";
  take("_redirects", out);
}

}  // namespace thidua::data
