#include "routes/titles.hpp"

#include <algorithm>
#include <tuple>

#include "base/letter.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "routes/routes.hpp"

namespace thidua::routes {
namespace {

/// The letter under which a title stands: of its first letter or digit, whatever quotation marks come before.
std::string slug_of(std::string_view title) {
  const auto is_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  while (!title.empty() && !base::is_word_part(base::first_letter(title))) {
    do title.remove_prefix(1);
    while (!title.empty() && is_inside(title.front()));
  }
  const std::string begin = base::fold(title.substr(0, 16));
  const char first = begin.empty() ? ' ' : begin.front();
  if (first >= '0' && first <= '9') return "so";
  return first >= 'a' && first <= 'z' ? std::string{first} : "khac";
}

}  // namespace

const std::string* own_title(const model::Site& site, const Route& route) {
  if (const model::Article* article = article_of(site, route)) return &article->title;
  if (route.kind == PageKind::campaign) return &site.campaigns[route.subject].short_title;
  return route.kind == PageKind::unit ? &site.units[route.subject].name : nullptr;
}

std::vector<Letter> letters_of(const model::Site& site, const std::vector<Route>& pages, unsigned jobs) {
  struct Entry {
    std::size_t page;
    const std::string* title;
    std::string slug, key;
  };
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const model::Article* article = article_of(site, pages[i]);
    const std::string* title = own_title(site, pages[i]);
    if (title != nullptr && (article == nullptr || article->searched)) entries.push_back({i, title, {}, {}});
  }
  base::for_each_index(entries.size(), jobs, [&](std::size_t i) {
    entries[i].slug = slug_of(*entries[i].title);
    entries[i].key = base::sort_key(*entries[i].title);
  });
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return std::tie(a.slug, a.key) < std::tie(b.slug, b.key); });
  std::vector<Letter> out;
  for (const Entry& entry : entries) {
    if (out.empty() || out.back().slug != entry.slug) out.push_back({entry.slug, {}});
    out.back().pages.push_back(entry.page);
  }
  return out;
}

std::string letter_url(const Letter& letter, std::size_t part) {
  return part_url(std::string(kSearchPage) + letter.slug + "/", part);
}

}  // namespace thidua::routes
