#include "routes/routes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/letter.hpp"
#include "content/exchange/parcel.hpp"
#include "routes/open_data.hpp"

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
    case PageKind::exemplars:
      return "dien-hinh/";
    case PageKind::news_list:
      return "tin-tuc/";
    case PageKind::all_deadlines:
      return "thoi-han/";
    case PageKind::corrections:
      return "dinh-chinh/";
    case PageKind::open_data:
      return kOpenDataFolder;
    default:
      return "";
  }
}

/// Where the pages of a source would be: "news/a" -> "tin-tuc/a", "media/a.png" as it is.
std::string url_of_source(const std::string& id) {
  constexpr std::pair<std::string_view, std::string_view> kFolders[] = {
      {"campaigns/", "phong-trao/"}, {"units/", "don-vi/"}, {"practices/", "cach-lam-hay/"},
      {"exemplars/", "dien-hinh/"},  {"news/", "tin-tuc/"}, {"pages/", ""}};
  for (const auto& [source, url] : kFolders) {
    if (id.starts_with(source)) return std::string(url) + id.substr(source.size());
  }
  return id;
}

std::vector<LoggedCorrection> corrections_of(const Site& site) {
  std::vector<std::pair<std::chrono::sys_days, LoggedCorrection>> all;
  const auto add = [&](std::size_t campaign, bool of_scores, const auto& records) {
    for (std::size_t r = 0; r < records.size(); ++r) {
      for (std::size_t i = 0; i < records[r].corrections.size(); ++i)
        all.emplace_back(records[r].corrections[i].date.last_day(), LoggedCorrection{campaign, of_scores, r, i});
    }
  };
  for (std::size_t c = 0; c < site.campaigns.size(); ++c) {
    add(c, false, site.campaigns[c].results);
    add(c, true, site.campaigns[c].scores);
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<LoggedCorrection> out;
  out.reserve(all.size());
  for (const auto& [day, correction] : all) out.push_back(correction);
  return out;
}

/// Collects routes and keeps watch over the places they take.
class Collector {
 public:
  Collector(const Site& site, unsigned jobs, Diagnostics& diagnostics)
      : site_(site), jobs_(jobs), diagnostics_(diagnostics) {}

  Routes collect() {
    keep_machine_files();
    add({.kind = PageKind::home}, "");
    routes_.checklists = Checklists(site_);
    add_list(PageKind::campaigns, site_.campaigns.size());
    for (std::size_t i = 0; i < site_.campaigns.size(); ++i) add_campaign(i);
    add_checklists();
    add({.kind = PageKind::all_deadlines}, std::string(list_folder(PageKind::all_deadlines)));
    routes_.corrections = corrections_of(site_);
    add_list(PageKind::corrections, routes_.corrections.size());
    add_list(PageKind::units, site_.units.size());
    for (std::size_t i = 0; i < site_.units.size(); ++i) {
      add({.kind = PageKind::unit, .subject = i, .source = site_.units[i].place.file}, unit_url(site_.units[i]));
    }
    add_all_articles();
    add_open_data();
    add_search();
    add({.kind = PageKind::not_found, .output = "404.html"}, "404.html");
    add_all_aliases();
    for (const content::MediaFile& file : site_.media) take("media/" + file.name, file.path, routes_.pages.size());
    for (const std::string& id : site_.unusable) routes_.missing.push_back(url_of_source(id));
    for (const model::LeftOut& one : site_.left_out) leave_out(one);
    for (const content::Origin& one : site_.origins) routes_.origins.emplace(content::copy_path(one.id), one.url);
    check_navigation();
    return std::move(routes_);
  }

 private:
  /// An alias would put a folder in the place of a file.
  void keep_machine_files() {
    routes_.calendars = Calendars(site_);
    for (const std::string_view path : kMachineFiles) owners_.emplace(std::string(path) + "/", "");
    for (const CalendarFile& file : routes_.calendars.files()) owners_.emplace(file.url + "/", "");
  }

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
    check_anchors(campaign);
  }

  void add_checklists() {
    const auto& all = routes_.checklists.all();
    for (std::size_t i = 0; i < all.size(); ++i) {
      add({.kind = PageKind::checklist, .subject = i, .source = site_.campaigns[all[i].campaign].file},
          checklist_url(site_, all[i]));
    }
  }

  /// Awards stand at `<result>-<award>`: of result `2022`, award `2-a` would be where award `a` of result `2022-2` is.
  void check_anchors(const model::Campaign& campaign) {
    std::map<std::string_view, const model::Result*> results;
    for (const model::Result& result : campaign.results) results.emplace(result.id, &result);
    for (const auto& [id, shorter] : results) {
      const std::string begin = std::string(id) + "-";
      for (auto at = results.lower_bound(begin); at != results.end() && at->first.starts_with(begin); ++at)
        check_anchors(campaign, *shorter, *at->second);
    }
  }

  void check_anchors(const model::Campaign& campaign, const model::Result& shorter, const model::Result& longer) {
    const std::string begin = longer.id.substr(shorter.id.size() + 1) + "-";
    for (const model::Award& award : longer.awards) {
      const bool taken = std::any_of(shorter.awards.begin(), shorter.awards.end(),
                                     [&](const model::Award& other) { return other.id == begin + award.id; });
      if (!taken) continue;
      const std::string page = campaign_part_url(campaign, PageKind::results);
      diagnostics_.add(Code::url_taken, award.place, {"/" + page + "#" + longer.id + "-" + award.id, shorter.file});
    }
  }

  void add_all_articles() {
    add_list(PageKind::practices, site_.practices.size());
    add_articles(PageKind::practice, site_.practices, practice_url);
    add_facets();
    add_list(PageKind::exemplars, site_.exemplars.size());
    add_articles(PageKind::exemplar, site_.exemplars, exemplar_url);
    add_list(PageKind::news_list, site_.news.size());
    add_articles(PageKind::news, site_.news, news_url);
    add_topics();
    add_articles(PageKind::page, site_.pages, page_url);
  }

  template <class Articles, class Url>
  void add_articles(PageKind kind, const Articles& articles, Url url) {
    for (std::size_t i = 0; i < articles.size(); ++i) {
      add({.kind = kind, .subject = i, .source = articles[i].file}, url(articles[i]));
    }
  }

  void add_open_data() {
    add({.kind = PageKind::open_data}, list_url(PageKind::open_data, 0));
    add_file(std::string(kDataPackage));
    add_file(std::string(kCatalogue));
    for (const Table& table : tables()) {
      add({.kind = PageKind::data_table, .subject = static_cast<std::size_t>(table.id)}, table_url(table));
      for (const FileForm form : kFileForms) add_file(table_file(table, form));
    }
    for (const model::Campaign& campaign : site_.campaigns) {
      if (!campaign.scores.empty()) add_file(ranking_file(campaign));
    }
  }

  void add_search() {
    add({.kind = PageKind::search}, std::string(kSearchPage));
    routes_.letters = letters_of(site_, routes_.pages, jobs_);
    for (std::size_t i = 0; i < routes_.letters.size(); ++i) {
      for (std::size_t part = 0; part < list_parts(routes_.letters[i].pages.size()); ++part)
        add({.kind = PageKind::letter, .subject = i, .part = part}, letter_url(routes_.letters[i], part));
    }
  }

  /// A file for programs: pages may link to it, and none may take its place as a folder.
  void add_file(const std::string& path) {
    owners_.emplace(path + "/", "");
    take(path, "", routes_.pages.size());
  }

  void add_topics() {
    std::map<std::string, Topic> topics;
    const auto gather = [&](const auto& articles, std::vector<std::size_t> Topic::*list) {
      for (std::size_t i = 0; i < articles.size(); ++i) {
        for (const std::string& slug : articles[i].topics) (topics[slug].*list).push_back(i);
      }
    };
    gather(site_.practices, &Topic::practices);
    gather(site_.exemplars, &Topic::exemplars);
    gather(site_.news, &Topic::news);
    for (auto& [slug, topic] : topics) {
      topic.slug = slug;
      for (std::size_t part = 0; part < list_parts(topic.size()); ++part) {
        add({.kind = PageKind::topic, .subject = routes_.topics.size(), .part = part}, topic_url(slug, part));
      }
      routes_.topics.push_back(std::move(topic));
    }
  }

  void add_facets() {
    routes_.facets = facets_of(site_);
    for (std::size_t i = 0; i < routes_.facets.size(); ++i) {
      for (std::size_t part = 0; part < list_parts(routes_.facets[i].practices.size()); ++part)
        add({.kind = PageKind::practice_facet, .subject = i, .part = part}, facet_url(routes_.facets[i], part));
    }
  }

  static std::string url_of_alias(const std::string& alias) {
    return alias.substr(alias.starts_with('/') ? 1 : 0) + (alias.ends_with('/') ? "" : "/");
  }

  template <class Articles, class Url>
  void add_aliases(const Articles& articles, Url url) {
    for (const model::Article& article : articles) {
      for (const std::string& alias : article.aliases) {
        add({.kind = PageKind::alias, .source = article.file, .target = url(article)}, url_of_alias(alias));
      }
    }
  }

  void add_all_aliases() {
    add_aliases(site_.practices, practice_url);
    add_aliases(site_.exemplars, exemplar_url);
    add_aliases(site_.news, news_url);
    add_aliases(site_.pages, page_url);
  }

  void leave_out(const model::LeftOut& one) {
    const auto note = [&](std::string url) {
      if (!routes_.known.contains(url)) routes_.left_out.insert(std::move(url));
    };
    note(url_of_source(one.id) + "/");
    for (const std::string& alias : one.aliases) note(url_of_alias(alias));
  }

  void check_navigation() const {
    for (const model::NavigationItem& item : site_.info.navigation) {
      const std::string url = item.href.substr(1, std::min(item.href.find_first_of("?#"), item.href.size()) - 1);
      if (!routes_.has(url) && !routes_.left_out.contains(url))
        diagnostics_.add(Code::broken_link, item.place, {item.href});
    }
  }

  const Site& site_;
  const unsigned jobs_;
  Diagnostics& diagnostics_;
  Routes routes_;
  /// Lower-case URL -> source; the theme's files and the media have folders of their own.
  std::unordered_map<std::string, std::string> owners_ = {{"assets/", ""}, {"media/", ""}};
};

}  // namespace

std::string_view Routes::home_of(const std::string& file) const {
  if (origins.empty()) return {};
  const auto at = origins.find(file.substr(0, file.find('#')));
  return at == origins.end() ? std::string_view() : std::string_view(at->second);
}

bool Routes::has(const std::string& url) const {
  return known.contains(url) || std::any_of(missing.begin(), missing.end(), [&](const std::string& begin) {
           return url.starts_with(begin) && (url.size() == begin.size() || url[begin.size()] == '/');
         });
}

Routes make_routes(const Site& site, Diagnostics& diagnostics, unsigned jobs) {
  return Collector(site, jobs, diagnostics).collect();
}

std::string campaign_url(const model::Campaign& campaign) { return "phong-trao/" + campaign.id + "/"; }

std::string campaign_part_url(const model::Campaign& campaign, PageKind part) {
  const auto* at = std::find_if(std::begin(kCampaignParts), std::end(kCampaignParts),
                                [&](const auto& known) { return known.first == part; });
  return at == std::end(kCampaignParts) ? campaign_url(campaign)
                                        : campaign_url(campaign) + std::string(at->second) + "/";
}

const model::Campaign* campaign_of(const Site& site, const Routes& routes, const Route& route) {
  if (route.kind == PageKind::checklist) return &site.campaigns[routes.checklists.all()[route.subject].campaign];
  const bool own = route.kind >= PageKind::campaign && route.kind <= PageKind::results;
  return own ? &site.campaigns[route.subject] : nullptr;
}

const model::Article* article_of(const Site& site, const Route& route) {
  switch (route.kind) {
    case PageKind::practice:
      return &site.practices[route.subject];
    case PageKind::exemplar:
      return &site.exemplars[route.subject];
    case PageKind::news:
      return &site.news[route.subject];
    case PageKind::page:
      return &site.pages[route.subject];
    default:
      return nullptr;
  }
}

std::string award_anchor(const model::Result& result, const model::Award& award) { return result.id + "-" + award.id; }
std::string result_anchor(const model::Result& result) { return "quyet-dinh:" + result.id; }
std::string year_anchor(int year) { return "nam-" + std::to_string(year); }

std::string clause_anchor(const model::Campaign& campaign, const model::ClauseRef& clause) {
  const model::Document& document = campaign.documents[clause.document];
  const std::string& path = document.clauses[clause.clause].path;
  return clause.document == 0 ? path : document.id + ":" + path;
}

std::string award_url(const model::Campaign& campaign, const model::Result& result, const model::Award& award) {
  return campaign_part_url(campaign, PageKind::results) + "#" + award_anchor(result, award);
}

std::string unit_url(const model::Unit& unit) { return "don-vi/" + unit.id + "/"; }
std::string practice_url(const model::Article& practice) { return "cach-lam-hay/" + practice.id + "/"; }
std::string exemplar_url(const model::Article& exemplar) { return "dien-hinh/" + exemplar.id + "/"; }
std::string news_url(const model::Article& news) { return "tin-tuc/" + news.id + "/"; }
std::string page_url(const model::Article& page) { return page.id + "/"; }

std::string part_url(const std::string& url, std::size_t part) {
  return part == 0 ? url : url + "trang-" + std::to_string(part + 1) + "/";
}

std::string topic_url(const std::string& slug, std::size_t part) { return part_url("chu-de/" + slug + "/", part); }

std::string list_url(PageKind list, std::size_t part) { return part_url(std::string(list_folder(list)), part); }

std::size_t list_parts(std::size_t count) { return std::max<std::size_t>(1, (count + kListLength - 1) / kListLength); }

}  // namespace thidua::routes
