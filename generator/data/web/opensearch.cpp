#include "data/web/web_files.hpp"
#include "render/template.hpp"

namespace thidua::data {
namespace {

void element(std::string& out, std::string_view name, std::string_view text) {
  out.append("<").append(name).append(">");
  render::append_escaped(out, text);
  out.append("</").append(name).append(">\n");
}

}  // namespace

void make_opensearch(const Material& material, const Take& take) {
  const model::SiteInfo& info = material.site.info;
  const std::string name = material.words.fill("machine.search_name", {{"site", info.name}});
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  out += "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n";
  element(out, "ShortName", material.words.get("machine.search_short_name"));
  element(out, "LongName", name);
  element(out, "Description", info.description);
  element(out, "Language", "vi");
  element(out, "InputEncoding", "UTF-8");
  out += "<Url type=\"text/html\" template=\"";
  render::append_escaped(out, info.base_url);
  out.append(routes::kSearchPage).append("?q={searchTerms}\"/>\n</OpenSearchDescription>\n");
  take(std::string(routes::kOpenSearch), out);
}

}  // namespace thidua::data
