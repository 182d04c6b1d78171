#include "data/files.hpp"

#include "data/calendar/calendars.hpp"
#include "data/feeds/feeds.hpp"
#include "data/open_data/exchange.hpp"
#include "data/open_data/write_tables.hpp"
#include "data/published_record.hpp"
#include "data/web/sitemap.hpp"
#include "data/web/web_files.hpp"

namespace thidua::data {

routes::WrittenTables for_each_file(const Material& material, const Take& take) {
  take(std::string(kPublishedRecord), to_json(material.published));
  if (material.sources != nullptr)
    take(std::string(routes::kExchange), exchange_document(material.site, *material.sources, material.drafts));
  make_calendars(material, take);
  make_feeds(material, take);
  make_sitemap(material, take);
  for (const auto make : {make_robots, make_opensearch, make_llms, make_redirects, make_server_files})
    make(material, take);
  return write_open_data(material.site, material.routes, material.words, take);
}

}  // namespace thidua::data
