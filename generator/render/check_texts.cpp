#include "render/check_texts.hpp"

#include <map>

#include "render/markdown.hpp"

namespace thidua::render {
namespace {

class TextCheck {
 public:
  TextCheck(const routes::Routes& routes, Diagnostics& diagnostics, TakeLink take = {})
      : markdown_(routes, std::move(take)), diagnostics_(diagnostics) {}

  void check(const model::Site& site) {
    check_bodies(site.practices);
    check_bodies(site.exemplars);
    check_bodies(site.news);
    check_bodies(site.pages);
    for (const model::Practice& practice : site.practices) check(practice);
    for (const model::Exemplar& exemplar : site.exemplars) check(exemplar.picture);
    for (const model::News& news : site.news) check(news.picture);
    for (const model::Campaign& campaign : site.campaigns) {
      for (const model::Document& document : campaign.documents) check(document);
    }
  }

 private:
  void check(const std::string& file, const model::Text& text) {
    markdown_.blocks(text.markdown, {file, text.line, ""}, diagnostics_);
  }

  void check(const std::optional<model::Picture>& picture) {
    if (picture) markdown_.address("/media/" + picture->file, picture->place, "", diagnostics_);
  }

  void check(const model::Practice& practice) {
    for (const model::Text& part : practice.parts) check(practice.file, part);
    for (const model::Evidence& evidence : practice.evidence) {
      if (!evidence.href.empty()) markdown_.address(evidence.href, evidence.place, "", diagnostics_);
    }
  }

  void check(const model::Document& document) {
    for (const model::Clause& clause : document.clauses) {
      markdown_.line(clause.text, {document.file, clause.line, ""}, diagnostics_);
      markdown_.blocks(clause.body, {document.file, clause.line, ""}, diagnostics_);
    }
  }

  template <class Articles>
  void check_bodies(const Articles& articles) {
    for (const model::Article& article : articles) check(article.file, article.body);
  }

  const Markdown markdown_;
  Diagnostics& diagnostics_;
};

/// Where the text of each file is shown.
std::map<std::string, std::string> pages_of_files(const model::Site& site, const routes::Routes& routes) {
  std::map<std::string, std::string> pages;
  for (const routes::Route& page : routes.pages) {
    if (const model::Article* article = routes::article_of(site, page)) pages.emplace(article->file, page.url);
  }
  for (const model::Campaign& campaign : site.campaigns) {
    for (const model::Document& document : campaign.documents)
      pages.emplace(document.file, routes::campaign_part_url(campaign, routes::PageKind::plan));
  }
  return pages;
}

}  // namespace

void check_texts(const model::Site& site, const routes::Routes& routes, Diagnostics& diagnostics) {
  TextCheck(routes, diagnostics).check(site);
}

std::vector<WrittenLink> written_links(const model::Site& site, const routes::Routes& routes) {
  const std::map<std::string, std::string> pages = pages_of_files(site, routes);
  std::vector<WrittenLink> links;
  const auto take = [&](const std::string& url, const Place& place) {
    const auto page = pages.find(place.file);
    if (!url.empty()) links.push_back({url, place, page == pages.end() ? "" : page->second});
  };
  Diagnostics reported_by_rendering;
  TextCheck(routes, reported_by_rendering, take).check(site);
  const model::SiteInfo& info = site.info;
  for (const model::NavigationItem& item : info.navigation) take(item.href, item.place);
  take(info.contacts.url, info.contacts.url_place);
  if (info.phase) take(info.phase->feedback, info.phase->feedback_place);
  if (info.data_licence) take(info.data_licence->url, info.data_licence->url_place);
  return links;
}

}  // namespace thidua::render
