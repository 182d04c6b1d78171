#include "render/views/list_view.hpp"

#include <algorithm>

#include "render/articles/article_view.hpp"
#include "render/views/campaign_view.hpp"

namespace thidua::render {
namespace {

using routes::PageKind;

View card_of(const model::Practice& practice, const Words& words) {
  return article_card(practice, routes::practice_url(practice), words);
}
View card_of(const model::Exemplar& exemplar, const Words& words) { return exemplar_card(exemplar, words); }
View card_of(const model::News& news, const Words& words) { return article_card(news, routes::news_url(news), words); }

template <class Articles>
View cards(const Articles& articles, std::size_t first, std::size_t count, const Words& words) {
  View items = list();
  for (std::size_t i = first; i < std::min(articles.size(), first + count); ++i)
    append(items, card_of(articles[i], words));
  return items;
}

View campaign_cards(const model::Site& site, std::size_t first, std::size_t count, const Words& words) {
  View items = list();
  for (std::size_t i = first; i < std::min(site.campaigns.size(), first + count); ++i)
    append(items, campaign_card(site, site.campaigns[i], words));
  return items;
}

}  // namespace

std::size_t list_length(const model::Site& site, PageKind list) {
  switch (list) {
    case PageKind::campaigns:
      return site.campaigns.size();
    case PageKind::practices:
      return site.practices.size();
    case PageKind::exemplars:
      return site.exemplars.size();
    default:
      return site.news.size();
  }
}

View list_items(const model::Site& site, const routes::Route& route, const Words& words) {
  const std::size_t first = route.part * routes::kListLength;
  switch (route.kind) {
    case PageKind::campaigns:
      return campaign_cards(site, first, routes::kListLength, words);
    case PageKind::practices:
      return cards(site.practices, first, routes::kListLength, words);
    case PageKind::exemplars:
      return cards(site.exemplars, first, routes::kListLength, words);
    default:
      return cards(site.news, first, routes::kListLength, words);
  }
}

View topic_items(const model::Site& site, const routes::Topic& topic, std::size_t part, const Words& words) {
  const std::size_t first = part * routes::kListLength;
  View items = list();
  for (std::size_t i = first; i < std::min(topic.size(), first + routes::kListLength); ++i) {
    std::size_t at = i;
    if (at < topic.practices.size()) {
      append(items, card_of(site.practices[topic.practices[at]], words));
    } else if ((at -= topic.practices.size()) < topic.exemplars.size()) {
      const model::Exemplar& exemplar = site.exemplars[topic.exemplars[at]];
      append(items, article_card(exemplar, routes::exemplar_url(exemplar), words));
    } else {
      append(items, card_of(site.news[topic.news[at - topic.exemplars.size()]], words));
    }
  }
  return items;
}

View pager(std::size_t part, std::size_t parts, const std::string& previous, const std::string& next) {
  if (parts < 2) return false;
  return object("part", std::to_string(part + 1), "parts", std::to_string(parts), "previous",
                part > 0 ? object("href", previous) : View(false), "next",
                part + 1 < parts ? object("href", next) : View(false));
}

}  // namespace thidua::render
