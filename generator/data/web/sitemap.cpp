#include "data/web/sitemap.hpp"

#include <vector>

#include "render/template.hpp"
#include "routes/page_dates.hpp"

namespace thidua::data {
namespace {

using Day = std::optional<std::chrono::sys_days>;

struct Entry {
  std::string_view url;  ///< below the site's root
  Day changed;
};

std::vector<Entry> indexable(const Material& material) {
  const routes::PageDates dates(material.site);
  std::vector<Entry> out;
  for (const routes::Route& route : material.routes.pages) {
    if (route.kind != routes::PageKind::alias && route.kind != routes::PageKind::not_found)
      out.push_back({route.url, dates.of(material.routes, route)});
  }
  return out;
}

void append_location(std::string& out, const char* element, const std::string& base, const Entry& entry) {
  out.append("<").append(element).append("><loc>");
  render::append_escaped(out, base);
  render::append_escaped(out, entry.url);
  out += "</loc>";
  if (entry.changed)
    out.append("<lastmod>").append(model::to_string(model::date_of(*entry.changed))).append("</lastmod>");
  out.append("</").append(element).append(">\n");
}

std::string document(const char* root, const char* element, const std::string& base, const Entry* begin,
                     const Entry* end) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<";
  out.append(root).append(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
  for (const Entry* entry = begin; entry != end; ++entry) append_location(out, element, base, *entry);
  return out.append("</").append(root).append(">\n");
}

}  // namespace

void make_sitemap(const Material& material, const Take& take, std::size_t length) {
  const std::vector<Entry> all = indexable(material);
  const std::string& base = material.site.info.base_url;
  const Entry* const begin = all.data();
  if (all.size() <= length) return take("sitemap.xml", document("urlset", "url", base, begin, begin + all.size()));
  std::vector<std::string> names;
  std::vector<Entry> parts;
  for (std::size_t first = 0; first < all.size(); first += length)
    names.push_back("sitemap-" + std::to_string(names.size() + 1) + ".xml");
  for (std::size_t first = 0; first < all.size(); first += length) {
    const Entry* const end = begin + std::min(all.size(), first + length);
    Day newest;
    for (const Entry* entry = begin + first; entry != end; ++entry) newest = std::max(newest, entry->changed);
    take(names[parts.size()], document("urlset", "url", base, begin + first, end));
    parts.push_back({names[parts.size()], newest});
  }
  take("sitemap.xml", document("sitemapindex", "sitemap", base, parts.data(), parts.data() + parts.size()));
}

}  // namespace thidua::data
