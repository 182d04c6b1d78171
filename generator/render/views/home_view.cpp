#include "render/views/home_view.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

#include "model/schedule/occurrence.hpp"
#include "render/articles/article_view.hpp"
#include "render/views/campaign_view.hpp"
#include "render/views/schedule_view.hpp"
#include "routes/routes.hpp"

namespace thidua::render {
namespace {

using routes::PageKind;

// How many the page shows of each kind.
constexpr std::size_t kLatest = 5;
constexpr std::size_t kUpcoming = 8;
constexpr std::size_t kCampaigns = 10;

template <class T, class Before>
std::vector<T> first_of(std::vector<T> all, std::size_t count, Before before) {
  std::stable_sort(all.begin(), all.end(), before);
  all.resize(std::min(all.size(), count));
  return all;
}

struct Upcoming {
  const model::Campaign* campaign;
  const model::Milestone* milestone;
  model::Occurrence occurrence;
  std::chrono::sys_days last;  ///< on which it is still in time
};

std::vector<Upcoming> upcoming_of(const model::Site& site) {
  std::vector<Upcoming> all;
  const auto today = model::date_of(site.now).first_day();
  for (const model::Campaign& campaign : site.campaigns) {
    for (const model::Milestone& milestone : campaign.milestones) {
      for (const model::Occurrence& one : occurrences(milestone)) {
        const auto last = last_day_in_time(one);
        if (!one.cancelled && last >= today) all.push_back({&campaign, &milestone, one, last});
      }
    }
  }
  return first_of(std::move(all), kUpcoming, [](const Upcoming& a, const Upcoming& b) { return a.last < b.last; });
}

View upcoming_view(const model::Site& site, const Words& words, const Upcoming& one) {
  const CampaignContext c{site, *one.campaign, words};
  const model::When& when = *one.occurrence.when;
  const auto& due = one.occurrence.due;
  return object("name", borrow(one.milestone->name), "kind", words.name("milestone", one.milestone->kind), "word",
                due ? View(words.name("when", when.is)) : View(false), "date", words.date_view(due), "text",
                due ? View(false) : View(when_text(c, when)), "due", model::to_string(model::date_of(one.last)), "who",
                words.unit_links(one.milestone->who), "has_who", !one.milestone->who.empty(), "clauses",
                words.clause_links(*one.campaign, one.milestone->clauses), "campaign",
                borrow(one.campaign->short_title), "campaign_href",
                routes::campaign_part_url(*one.campaign, PageKind::deadlines), "illustrative",
                one.campaign->illustrative);
}

struct Decided {
  const model::Campaign* campaign;
  const model::Result* result;
};

std::vector<Decided> decided_last(const model::Site& site) {
  std::vector<Decided> all;
  for (const model::Campaign& campaign : site.campaigns) {
    for (const model::Result& result : campaign.results) all.push_back({&campaign, &result});
  }
  return first_of(std::move(all), kLatest, [](const Decided& a, const Decided& b) {
    return a.result->decision.date.first_day() > b.result->decision.date.first_day();
  });
}

View decided_view(const Words& words, const Decided& decided) {
  const auto& [campaign, result] = decided;
  const View title = View(result->round ? campaign->rounds[*result->round].name : campaign->short_title);
  return object("title", title, "year", result->year ? View(std::to_string(*result->year)) : View(false), "href",
                routes::campaign_part_url(*campaign, PageKind::results) + "#" + routes::result_anchor(*result), "date",
                words.date_view(result->decision.date), "number", borrow(result->decision.number), "count",
                words.number(std::to_string(result->awards.size())), "campaign", borrow(campaign->short_title),
                "illustrative", campaign->illustrative);
}

/// Those that end last first: what is running stands above what is over, whenever the page is read.
View campaigns_view(const model::Site& site, const Words& words) {
  std::vector<const model::Campaign*> all;
  for (const model::Campaign& campaign : site.campaigns) all.push_back(&campaign);
  all = first_of(std::move(all), kCampaigns, [](const model::Campaign* a, const model::Campaign* b) {
    return a->period.range.to.last_day() > b->period.range.to.last_day();
  });
  return list_of(all, [&](const model::Campaign* campaign) { return campaign_card(site, *campaign, words); });
}

template <class Articles, class Card>
View latest(const Articles& articles, Card card) {
  View out = list();
  for (std::size_t i = 0; i < std::min(articles.size(), kLatest); ++i) append(out, card(articles[i]));
  return out;
}

}  // namespace

void add_home(const model::Site& site, const Words& words, View& view) {
  const auto add = [&](const char* name, const char* has, View items, const char* href, PageKind all) {
    view[has] = items.is_filled_list();
    view[name] = std::move(items);
    view[href] = routes::list_url(all, 0);
  };
  view["today"] = words.date_view(model::date_of(site.now));
  add("upcoming", "has_upcoming",
      list_of(upcoming_of(site), [&](const Upcoming& u) { return upcoming_view(site, words, u); }), "deadlines_href",
      PageKind::all_deadlines);
  View results = list_of(decided_last(site), [&](const Decided& d) { return decided_view(words, d); });
  view["has_results"] = results.is_filled_list();
  view["results"] = std::move(results);
  add("campaigns", "has_campaigns", campaigns_view(site, words), "campaigns_href", PageKind::campaigns);
  add("news", "has_news",
      latest(site.news, [&](const model::News& n) { return article_card(n, routes::news_url(n), words); }), "news_href",
      PageKind::news_list);
  add("practices", "has_practices",
      latest(site.practices, [&](const model::Practice& p) { return article_card(p, routes::practice_url(p), words); }),
      "practices_href", PageKind::practices);
  add("exemplars", "has_exemplars",
      latest(site.exemplars, [&](const model::Exemplar& e) { return exemplar_card(e, words); }), "exemplars_href",
      PageKind::exemplars);
}

}  // namespace thidua::render
