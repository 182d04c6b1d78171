#include "search/pages.hpp"

#include <algorithm>
#include <tuple>

namespace thidua::search {

namespace {

using routes::PageKind;
using routes::Route;

Page page_of(const model::Site& site, const routes::Routes& routes, const Route& route) {
  Page page{.kind = route.kind, .url = route.url};
  if (const model::Article* article = article_of(site, route)) {
    page.date = article->date;
    page.campaign = article->campaign;
    page.unit = article->unit;
    page.topics = &article->topics;
  } else if (const model::Campaign* campaign = campaign_of(site, routes, route)) {
    page.campaign = static_cast<std::size_t>(campaign - site.campaigns.data());
  }
  if (route.kind == PageKind::unit) page.unit = route.subject;
  if (route.kind == PageKind::checklist) page.unit = routes.checklists.all()[route.subject].unit;
  return page;
}

}  // namespace

int Page::year() const { return date ? static_cast<int>(std::chrono::year_month_day(date->last_day()).year()) : 0; }

std::vector<Page> arrange(const model::Site& site, const routes::Routes& routes,
                          const std::vector<const Harvest*>& harvests) {
  using Order = std::tuple<PageKind, int, std::size_t, std::size_t>;
  std::vector<std::pair<Order, Page>> pages;
  for (std::size_t h = 0; h < harvests.size(); ++h) {
    for (std::size_t p = 0; p < harvests[h]->pages().size(); ++p) {
      const HarvestedPage& harvested = harvests[h]->pages()[p];
      Page page = page_of(site, routes, routes.pages[harvested.route]);
      page.source = {h, p};
      page.title = harvested.title;
      const Order order{page.kind, -page.year(), page.campaign.value_or(site.campaigns.size()), harvested.route};
      pages.emplace_back(order, std::move(page));
    }
  }
  std::sort(pages.begin(), pages.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Page> out;
  out.reserve(pages.size());
  for (auto& [order, page] : pages) out.push_back(std::move(page));
  return out;
}

bool is_searched(const model::Site& site, const Route& route) {
  if (route.kind == PageKind::search || route.kind == PageKind::letter) return false;
  const model::Article* article = article_of(site, route);
  return route.part == 0 && (article == nullptr || article->searched);
}

}  // namespace thidua::search
