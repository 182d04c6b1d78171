#include "routes/titles.hpp"

#include <algorithm>
#include <map>

#include "base/letter.hpp"
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

std::vector<Letter> letters_of(const model::Site& site, const std::vector<Route>& pages) {
  struct Entry {
    std::string key;
    std::size_t page;
  };
  std::map<std::string, std::vector<Entry>> letters;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const model::Article* article = article_of(site, pages[i]);
    const std::string* title = own_title(site, pages[i]);
    if (title != nullptr && (article == nullptr || article->searched))
      letters[slug_of(*title)].push_back({base::sort_key(*title), i});
  }
  std::vector<Letter> out;
  for (auto& [slug, entries] : letters) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
    Letter letter{slug, {}};
    for (const Entry& entry : entries) letter.pages.push_back(entry.page);
    out.push_back(std::move(letter));
  }
  return out;
}

std::string letter_url(const Letter& letter, std::size_t part) {
  return part_url(std::string(kSearchPage) + letter.slug + "/", part);
}

}  // namespace thidua::routes
