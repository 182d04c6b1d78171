#include "render/views/title_view.hpp"

#include <algorithm>
#include <set>

#include "render/page_template.hpp"

namespace thidua::render {
namespace {

using routes::PageKind;

View item_of(const model::Site& site, const routes::Route& page, const Words& words) {
  const bool is_unit = page.kind == PageKind::unit;
  return object("title", borrow(*routes::own_title(site, page)), "href", page.url, "kind",
                words.get("kind." + template_of(page.kind)), "about",
                is_unit ? borrow(site.localities[site.units[page.subject].locality].name) : View(false));
}

/// Whether results can be of that kind.
bool is_named(PageKind kind) {
  return kind != PageKind::search && kind != PageKind::letter && kind != PageKind::alias && kind != PageKind::not_found;
}

/// [{text, href, count}] of every topic.
View topic_links(const routes::Routes& routes, const Words& words) {
  return list_of(routes.topics, [&](const routes::Topic& topic) {
    return object("text", words.topic(topic.slug), "href", routes::topic_url(topic.slug), "count",
                  std::to_string(topic.size()));
  });
}

}  // namespace

std::string letter_name(const routes::Letter& letter, const Words& words) {
  if (letter.slug.size() > 1) return words.get("letter." + letter.slug);
  if (letter.slug == "d") return words.get("letter.d");
  return {static_cast<char>(letter.slug.front() - 'a' + 'A')};
}

View letters_view(const routes::Routes& routes, const routes::Letter* of, const Words& words) {
  return list_of(routes.letters, [&](const routes::Letter& letter) {
    return object("text", letter_name(letter, words), "href", routes::letter_url(letter), "here", &letter == of);
  });
}

View letter_items(const model::Site& site, const routes::Routes& routes, const routes::Letter& letter, std::size_t part,
                  const Words& words) {
  const std::size_t first = part * routes::kListLength;
  const std::size_t last = std::min(letter.pages.size(), first + routes::kListLength);
  View items = list();
  for (std::size_t i = first; i < last; ++i) append(items, item_of(site, routes.pages[letter.pages[i]], words));
  return items;
}

View search_view(const routes::Routes& routes, const Words& words) {
  std::set<PageKind> kinds;
  for (const routes::Route& page : routes.pages) {
    if (is_named(page.kind)) kinds.insert(page.kind);
  }
  return object("kinds",
                list_of(kinds,
                        [&](PageKind kind) {
                          return object("name", template_of(kind), "text", words.get("kind." + template_of(kind)));
                        }),
                "letters", letters_view(routes, nullptr, words), "topics", topic_links(routes, words), "has_topics",
                !routes.topics.empty());
}

}  // namespace thidua::render
