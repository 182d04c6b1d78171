#include "data/web/web_files.hpp"

namespace thidua::data {

void make_robots(const Material& material, const Take& take) {
  take("robots.txt", "User-agent: *\nDisallow:\n\nSitemap: " + material.site.info.base_url + "sitemap.xml\n");
}

}  // namespace thidua::data
