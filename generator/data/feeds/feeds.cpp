#include "data/feeds/feeds.hpp"

#include <algorithm>

#include "data/feeds/atom.hpp"
#include "render/records/correction_view.hpp"

namespace thidua::data {
namespace {

using model::Date;
using routes::PageKind;

/// The day on which the data was last touched by an editor: what a feed without entries is dated by.
Date newest_update(const model::Site& site) {
  Date newest{.year = 1970};
  for (const model::Campaign& campaign : site.campaigns) {
    if (campaign.updated.first_day() > newest.first_day()) newest = campaign.updated;
  }
  return newest;
}

class Feeds {
 public:
  explicit Feeds(const Material& material)
      : material_(material),
        site_(material.site),
        words_(material.words),
        base_(material.site.info.base_url),
        newest_(newest_update(material.site)) {}

  std::string of_news() const { return articles(routes::kNewsFeed, PageKind::news_list, site_.news, routes::news_url); }
  std::string of_practices() const {
    return articles(routes::kPracticesFeed, PageKind::practices, site_.practices, routes::practice_url);
  }
  std::string of_results() const;
  std::string of_corrections() const;

 private:
  struct Decided {
    const model::Campaign* campaign;
    const model::Result* result;
  };

  AtomFeed feed(std::string_view path, PageKind page, std::string_view title) const {
    return {base_ + std::string(path),
            base_ + routes::list_url(page, 0),
            words_.fill("feed.title", {{"title", words_.get(title)}, {"site", site_.info.name}}),
            site_.info.description,
            site_.info.authority,
            newest_,
            {}};
  }

  /// Says in the title, which every reader program shows, that the data is invented.
  void mark(bool illustrative, AtomEntry& entry) const {
    if (!illustrative) return;
    entry.title = words_.fill("feed.illustrative", {{"title", entry.title}});
    entry.categories.push_back({"illustrative", words_.get("page.illustrative_tag")});
  }

  template <class Articles, class Url>
  std::string articles(std::string_view path, PageKind page, const Articles& all, Url url) const {
    AtomFeed out = feed(path, page, page == PageKind::practices ? "title.practices" : "title.news-list");
    for (std::size_t i = 0; i < std::min(all.size(), kFeedLength); ++i)
      out.entries.push_back(entry(all[i], base_ + url(all[i])));
    return to_atom(out);
  }

  AtomEntry entry(const model::Article& article, const std::string& url) const {
    const Date published = article.date.value_or(article.updated.value_or(newest_));
    AtomEntry out{url, url, article.title, article.summary, published, article.updated.value_or(published), {}};
    for (const std::string& topic : article.topics) out.categories.push_back({topic, topic});
    mark(article.illustrative, out);
    return out;
  }

  std::vector<Decided> newest_decisions() const;
  AtomEntry entry(const Decided& decided) const;
  AtomEntry entry(const routes::LoggedCorrection& logged, const render::SiteIndex& index) const;

  const Material& material_;
  const model::Site& site_;
  const render::Words& words_;
  const std::string& base_;
  Date newest_;
};

std::vector<Feeds::Decided> Feeds::newest_decisions() const {
  std::vector<Decided> all;
  for (const model::Campaign& campaign : site_.campaigns) {
    for (const model::Result& result : campaign.results) all.push_back({&campaign, &result});
  }
  std::stable_sort(all.begin(), all.end(), [](const Decided& a, const Decided& b) {
    return a.result->decision.date.first_day() > b.result->decision.date.first_day();
  });
  all.resize(std::min(all.size(), kFeedLength));
  return all;
}

AtomEntry Feeds::entry(const Decided& decided) const {
  const model::Result& result = *decided.result;
  const std::string url =
      base_ + routes::campaign_part_url(*decided.campaign, PageKind::results) + "#" + routes::result_anchor(result);
  const std::string title =
      words_.fill("feed.result", {{"number", result.decision.number}, {"campaign", decided.campaign->short_title}});
  const std::string summary =
      words_.fill("feed.result_about", {{"date", words_.date(result.decision.date)},
                                        {"count", words_.number(std::to_string(result.awards.size()))},
                                        {"campaign", decided.campaign->title.text}});
  AtomEntry out{url, url, title, summary, result.decision.date, result.decision.date, {}};
  for (const model::Correction& correction : result.corrections) {
    if (correction.date.first_day() > out.updated.first_day()) out.updated = correction.date;
  }
  mark(decided.campaign->illustrative, out);
  return out;
}

/// A text of a view, or what stands for none.
std::string text_of(const render::View& view, const char* member, const std::string& otherwise) {
  const render::View* found = view.get(member);
  return std::string(found == nullptr ? otherwise : found->as_text().value_or(otherwise));
}

AtomEntry Feeds::entry(const routes::LoggedCorrection& logged, const render::SiteIndex& index) const {
  const model::Campaign& campaign = site_.campaigns[logged.campaign];
  const model::Correction& correction = logged.of_scores
                                            ? campaign.scores[logged.record].corrections[logged.correction]
                                            : campaign.results[logged.record].corrections[logged.correction];
  const std::string record = logged.of_scores ? "scores/" + std::to_string(campaign.scores[logged.record].year)
                                              : "results/" + campaign.results[logged.record].id;
  const render::View view = render::logged_correction(site_, index, logged, words_);
  const std::string none = words_.get("correction.nothing");
  AtomEntry out;
  out.id = base_ + routes::list_url(PageKind::corrections, 0) + "#" + campaign.id + "/" + record + "/" +
           std::to_string(logged.correction + 1);
  out.link = base_ + text_of(view, "subject_href", routes::list_url(PageKind::corrections, 0));
  out.title = words_.fill("feed.correction", {{"subject", text_of(view, "subject", none)},
                                              {"field", text_of(view, "field", none)},
                                              {"campaign", campaign.short_title}});
  out.summary = words_.fill("feed.correction_about", {{"before", text_of(view, "before", none)},
                                                      {"after", text_of(view, "after", none)},
                                                      {"reason", correction.reason}});
  out.published = out.updated = correction.date;
  mark(campaign.illustrative, out);
  return out;
}

std::string Feeds::of_results() const {
  AtomFeed out = feed(routes::kResultsFeed, PageKind::campaigns, "heading.results");
  for (const Decided& decided : newest_decisions()) out.entries.push_back(entry(decided));
  return to_atom(out);
}

std::string Feeds::of_corrections() const {
  AtomFeed out = feed(routes::kCorrectionsFeed, PageKind::corrections, "title.corrections");
  const render::SiteIndex index(site_);
  const auto& all = material_.routes.corrections;
  for (std::size_t i = 0; i < std::min(all.size(), kFeedLength); ++i) out.entries.push_back(entry(all[i], index));
  return to_atom(out);
}

}  // namespace

void make_feeds(const Material& material, const Take& take) {
  const Feeds feeds(material);
  take(std::string(routes::kNewsFeed), feeds.of_news());
  take(std::string(routes::kPracticesFeed), feeds.of_practices());
  take(std::string(routes::kResultsFeed), feeds.of_results());
  take(std::string(routes::kCorrectionsFeed), feeds.of_corrections());
}

}  // namespace thidua::data
