#include "links/anchors.hpp"

#include "base/http/url.hpp"

namespace thidua::links {
namespace {

/// The page behind a URL, also where that is a former address of it; null for files and what is not there.
const routes::Route* page_at(const routes::Routes& routes, const std::string& url) {
  const auto at = routes.known.find(url);
  if (at == routes.known.end() || at->second >= routes.pages.size()) return nullptr;
  const routes::Route& page = routes.pages[at->second];
  return page.kind == routes::PageKind::alias && page.target != url ? page_at(routes, page.target) : &page;
}

std::string id_attribute(std::string_view anchor) {
  std::string out = " id=\"";
  for (const char c : anchor) {
    if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out + '"';
}

}  // namespace

std::optional<std::string> own_path(const std::string& url, const std::string& base_url) {
  if (url.starts_with('/') && !url.starts_with("//")) return url.substr(1);
  if (url.starts_with(base_url)) return url.substr(base_url.size());
  if (url + "/" == base_url) return "";
  return std::nullopt;
}

Anchors::Anchors(const std::vector<render::WrittenLink>& links, const routes::Routes& routes,
                 const std::string& base_url) {
  for (const render::WrittenLink& link : links) {
    if (link.place.is_pulled()) continue;  // leads to the portal that wrote it
    const std::optional<std::string> own =
        link.url.starts_with('#') ? std::optional(link.page + link.url) : own_path(link.url, base_url);
    if (!own) continue;
    const auto hash = std::min(own->find('#'), own->size());
    const std::string path = http::decode(own->substr(0, std::min(own->find('?'), hash)));
    const bool in_full = !link.url.starts_with('/') && !link.url.starts_with('#');
    if (in_full && !routes.has(path) && !routes.left_out.contains(path)) missing_.emplace_back(link.place, link.url);
    const std::string anchor = http::decode(own->substr(std::min(hash + 1, own->size())));
    const routes::Route* const page = page_at(routes, path);
    if (page == nullptr || anchor.empty() || anchor == "top") continue;  // "top" is the page's head in HTML
    wanted_.emplace(page->output, Wanted{anchor, link.url, link.place});
  }
}

void Anchors::take(const std::string& output, std::string_view html) {
  const auto [first, last] = wanted_.equal_range(output);
  for (auto at = first; at != last; ++at) {
    if (html.find(id_attribute(at->second.anchor)) == html.npos) continue;
    const std::lock_guard lock(mutex_);
    at->second.found = true;
  }
}

void Anchors::report(Diagnostics& diagnostics) const {
  for (const auto& [place, url] : missing_) diagnostics.add(Code::broken_link, place, {url});
  for (const auto& [page, wanted] : wanted_) {
    if (!wanted.found) diagnostics.add(Code::link_anchor_missing, wanted.place, {wanted.url, wanted.anchor});
  }
}

}  // namespace thidua::links
