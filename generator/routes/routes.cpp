#include "routes/routes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/letter.hpp"

namespace thidua::routes {
namespace {

using model::Site;

constexpr std::pair<PageKind, std::string_view> kCampaignParts[] = {
    {PageKind::plan, "ke-hoach"},      {PageKind::criteria, "tieu-chi"},     {PageKind::awards, "khen-thuong"},
    {PageKind::deadlines, "thoi-han"}, {PageKind::registrations, "dang-ky"}, {PageKind::ranking, "xep-hang"},
    {PageKind::results, "ket-qua"},
};

std::string_view list_folder(PageKind list) {
  switch (list) {
    case PageKind::campaigns:
      return "phong-trao/";
    case PageKind::units:
      return "don-vi/";
    case PageKind::practices:
      return "cach-lam-hay/";
    case PageKind::news_list:
      return "tin-tuc/";
    case PageKind::all_deadlines:
      return "thoi-han/";
    default:
      return "";
  }
}

/// Where the pages of a source would be: "news/a" -> "tin-tuc/a", "media/a.png" as it is.
std::string url_of_source(const std::string& id) {
  constexpr std::pair<std::string_view, std::string_view> kFolders[] = {{"campaigns/", "phong-trao/"},
                                                                        {"units/", "don-vi/"},
                                                                        {"practices/", "cach-lam-hay/"},
                                                                        {"news/", "tin-tuc/"},
                                                                        {"pages/", ""}};
  for (const auto& [source, url] : kFolders) {
    if (id.starts_with(source)) return std::string(url) + id.substr(source.size());
  }
  return id;
}

/// Collects routes and keeps watch over the places they take.
class Collector {
 public:
  Collector(const Site& site, Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {}

  Routes collect() {
    add({.kind = PageKind::home}, "");
    add_list(PageKind::campaigns, site_.campaigns.size());
    for (std::size_t i = 0; i < site_.campaigns.size(); ++i) add_campaign(i);
    add({.kind = PageKind::all_deadlines}, std::string(list_folder(PageKind::all_deadlines)));
    add_list(PageKind::units, site_.units.size());
    for (std::size_t i = 0; i < site_.units.size(); ++i) {
      add({.kind = PageKind::unit, .subject = i, .source = site_.units[i].place.file}, unit_url(site_.units[i]));
    }
    add_articles(PageKind::practices, PageKind::practice, site_.practices, practice_url);
    add_articles(PageKind::news_list, PageKind::news, site_.news, news_url);
    add_topics();
    for (std::size_t i = 0; i < site_.pages.size(); ++i) {
      add({.kind = PageKind::page, .subject = i, .source = site_.pages[i].file}, site_.pages[i].id + "/");
    }
    add({.kind = PageKind::not_found, .output = "404.html"}, "404.html");
    for (const auto* articles : {&site_.practices, &site_.news, &site_.pages}) add_aliases(*articles);
    for (const content::MediaFile& file : site_.media) take("media/" + file.name, file.path, routes_.pages.size());
    for (const std::string& id : site_.unusable) routes_.missing.push_back(url_of_source(id));
    check_navigation();
    return std::move(routes_);
  }

 private:
  void add(Route route, std::string url) {
    if (route.output.empty()) route.output = url + "index.html";
    route.url = std::move(url);
    if (take(route.url, route.source, routes_.pages.size())) routes_.pages.push_back(std::move(route));
  }

  /// Some hosts and file systems do not tell upper from lower case, so neither do we here.
  bool take(const std::string& url, const std::string& source, std::size_t position) {
    const auto [at, fresh] = owners_.emplace(base::to_lower(url), source);
    if (!fresh) {
      const std::string& owner = at->second;
      diagnostics_.add(Code::url_taken, {source.empty() ? owner : source, 0, 0},
                       {"/" + url, source.empty() || owner.empty() ? "thidua" : owner});
      return false;
    }
    routes_.known.emplace(url, position);
    return true;
  }

  void add_list(PageKind kind, std::size_t count) {
    for (std::size_t part = 0; part < list_parts(count); ++part)
      add({.kind = kind, .part = part}, list_url(kind, part));
  }

  void add_campaign(std::size_t i) {
    const model::Campaign& campaign = site_.campaigns[i];
    add({.kind = PageKind::campaign, .subject = i, .source = campaign.file}, campaign_url(campaign));
    for (const auto& [kind, folder] : kCampaignParts) {
      add({.kind = kind, .subject = i, .source = campaign.file}, campaign_part_url(campaign, kind));
    }
  }

  template <class Url>
  void add_articles(PageKind list, PageKind kind, const std::vector<model::Article>& articles, Url url) {
    add_list(list, articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
      add({.kind = kind, .subject = i, .source = articles[i].file}, url(articles[i]));
    }
  }

  void add_topics() {
    std::map<std::string, Topic> topics;
    for (std::size_t i = 0; i < site_.practices.size(); ++i) {
      for (const std::string& slug : site_.practices[i].topics) topics[slug].practices.push_back(i);
    }
    for (std::size_t i = 0; i < site_.news.size(); ++i) {
      for (const std::string& slug : site_.news[i].topics) topics[slug].news.push_back(i);
    }
    for (auto& [slug, topic] : topics) {
      topic.slug = slug;
      const std::size_t parts = list_parts(topic.practices.size() + topic.news.size());
      for (std::size_t part = 0; part < parts; ++part) {
        std::string url = topic_url(slug);
        if (part > 0) url += "trang-" + std::to_string(part + 1) + "/";
        add({.kind = PageKind::topic, .subject = routes_.topics.size(), .part = part}, std::move(url));
      }
      routes_.topics.push_back(std::move(topic));
    }
  }

  void add_aliases(const std::vector<model::Article>& articles) {
    for (const model::Article& article : articles) {
      const std::string target = &articles == &site_.practices ? practice_url(article)
                                 : &articles == &site_.news    ? news_url(article)
                                                               : article.id + "/";
      for (const std::string& alias : article.aliases) {
        std::string url = alias.substr(alias.starts_with('/') ? 1 : 0);
        if (!url.ends_with('/')) url += '/';
        add({.kind = PageKind::alias, .source = article.file, .target = target}, std::move(url));
      }
    }
  }

  void check_navigation() const {
    for (const model::NavigationItem& item : site_.info.navigation) {
      const std::string url = item.href.substr(1, std::min(item.href.find_first_of("?#"), item.href.size()) - 1);
      if (!routes_.has(url)) diagnostics_.add(Code::broken_link, item.place, {item.href});
    }
  }

  const Site& site_;
  Diagnostics& diagnostics_;
  Routes routes_;
  /// Lower-case URL -> source; the theme's files and the media have folders of their own.
  std::unordered_map<std::string, std::string> owners_ = {{"assets/", ""}, {"media/", ""}};
};

}  // namespace

bool Routes::has(const std::string& url) const {
  return known.contains(url) || std::any_of(missing.begin(), missing.end(), [&](const std::string& begin) {
           return url.starts_with(begin) && (url.size() == begin.size() || url[begin.size()] == '/');
         });
}

Routes make_routes(const Site& site, Diagnostics& diagnostics) { return Collector(site, diagnostics).collect(); }

std::string campaign_url(const model::Campaign& campaign) { return "phong-trao/" + campaign.id + "/"; }

std::string campaign_part_url(const model::Campaign& campaign, PageKind part) {
  const auto* at = std::find_if(std::begin(kCampaignParts), std::end(kCampaignParts),
                                [&](const auto& known) { return known.first == part; });
  return at == std::end(kCampaignParts) ? campaign_url(campaign)
                                        : campaign_url(campaign) + std::string(at->second) + "/";
}

std::string unit_url(const model::Unit& unit) { return "don-vi/" + unit.id + "/"; }
std::string practice_url(const model::Article& practice) { return "cach-lam-hay/" + practice.id + "/"; }
std::string news_url(const model::Article& news) { return "tin-tuc/" + news.id + "/"; }
std::string topic_url(const std::string& slug) { return "chu-de/" + slug + "/"; }

std::string list_url(PageKind list, std::size_t part) {
  std::string url(list_folder(list));
  return part == 0 ? url : url + "trang-" + std::to_string(part + 1) + "/";
}

std::size_t list_parts(std::size_t count) { return std::max<std::size_t>(1, (count + kListLength - 1) / kListLength); }

}  // namespace thidua::routes
