// The routes stage: the site -> one URL and one output path per page. Input: a complete site. Output: every page there
// will be, in a fixed order, no two at one place.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"
#include "routes/checklists.hpp"
#include "routes/facets.hpp"
#include "routes/machine_files.hpp"
#include "routes/titles.hpp"

namespace thidua::routes {

enum class PageKind {
  home,
  campaigns,
  campaign,
  plan,
  criteria,
  awards,
  deadlines,
  registrations,
  ranking,
  results,
  checklist,
  all_deadlines,
  corrections,
  units,
  unit,
  practices,
  practice,
  practice_facet,
  exemplars,
  exemplar,
  topic,
  news_list,
  news,
  page,
  open_data,
  data_table,
  search,
  letter,
  alias,
  not_found
};

/// How many entries a list shows on one page.
inline constexpr std::size_t kListLength = 50;

struct Route {
  PageKind kind = PageKind::home;
  /// Position in the site's list of that kind; of topics, facets, checklists and letters in Routes; of a table its id.
  std::size_t subject = 0;
  std::size_t part = 0;  ///< of a list over several pages, from 0
  std::string url;       ///< relative to the site's root: "" for home, "phong-trao/sa-pa-2022/"
  std::string output;    ///< "phong-trao/sa-pa-2022/index.html"
  std::string source;    ///< the file that it comes from; empty for lists
  std::string target;    ///< alias: the URL it leads to
};

/// What practices, exemplars and news share a topic.
struct Topic {
  std::string slug;
  std::vector<std::size_t> practices, exemplars, news;  ///< positions in the site

  std::size_t size() const { return practices.size() + exemplars.size() + news.size(); }
};

/// A correction of something that is to be seen.
struct LoggedCorrection {
  std::size_t campaign = 0;
  bool of_scores = false;      ///< else of a result
  std::size_t record = 0;      ///< position in the campaign's scores or results
  std::size_t correction = 0;  ///< position in its corrections
};

struct Routes {
  std::vector<Route> pages;
  std::vector<Topic> topics;                  ///< by slug
  std::vector<Facet> facets;                  ///< of the practices
  std::vector<Letter> letters;                ///< under which titles stand
  std::vector<LoggedCorrection> corrections;  ///< newest first
  Calendars calendars;
  Checklists checklists;

  /// Whether a URL relative to the root is a page, or a media file, or would be if its source could be used.
  bool has(const std::string& url) const;
  std::unordered_map<std::string, std::size_t> known;  ///< URL -> position in pages; for media the number of pages
  std::vector<std::string> missing;                    ///< what the URLs of sources that could not be used begin with
  std::unordered_set<std::string> left_out;            ///< where what the site leaves out would be
  /// By the path of a copy (pulled/x.json), the home page of the portal that it comes from.
  std::unordered_map<std::string, std::string> origins;

  /// Where the links of a text within its site lead: empty for our own, else to the portal that it comes from.
  std::string_view home_of(const std::string& file) const;
};

/// Reports two sources that claim one place, also when they differ only in case, or one anchor on a page of results.
Routes make_routes(const model::Site& site, Diagnostics& diagnostics, unsigned jobs = 1);

// The URL of a page, relative to the root.
std::string campaign_url(const model::Campaign& campaign);
std::string campaign_part_url(const model::Campaign& campaign, PageKind part);
/// The anchors of an award and of a decision on the results page, and of a year on the pages of registrations and
/// ranking.
std::string award_anchor(const model::Result& result, const model::Award& award);
std::string result_anchor(const model::Result& result);
std::string year_anchor(int year);
/// The anchor of a clause on the plan's page.
std::string clause_anchor(const model::Campaign& campaign, const model::ClauseRef& clause);
/// Where the results page tells of one award.
std::string award_url(const model::Campaign& campaign, const model::Result& result, const model::Award& award);
/// The campaign that a page is about: its own, one of its parts, or a checklist.
const model::Campaign* campaign_of(const model::Site& site, const Routes& routes, const Route& route);
/// The article that a page shows; null for other pages.
const model::Article* article_of(const model::Site& site, const Route& route);
std::string unit_url(const model::Unit& unit);
std::string practice_url(const model::Article& practice);
std::string exemplar_url(const model::Article& exemplar);
std::string news_url(const model::Article& news);
std::string page_url(const model::Article& page);
/// Page `part` of what begins at a URL.
std::string part_url(const std::string& url, std::size_t part);
/// Page `part` of a list or topic; the first has the list's own URL.
std::string topic_url(const std::string& slug, std::size_t part = 0);
std::string list_url(PageKind list, std::size_t part);

/// How many pages a list of `count` entries takes; at least one.
std::size_t list_parts(std::size_t count);

}  // namespace thidua::routes
