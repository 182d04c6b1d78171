// Where the files for programs stand that pages point to: calendars and feeds. Paths are relative to the root, and are
// their URLs.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/site.hpp"

namespace thidua::routes {

inline constexpr std::string_view kNewsFeed = "tin-tuc/feed.xml";
inline constexpr std::string_view kPracticesFeed = "cach-lam-hay/feed.xml";
inline constexpr std::string_view kResultsFeed = "ket-qua.xml";
inline constexpr std::string_view kCorrectionsFeed = "dinh-chinh/feed.xml";
inline constexpr std::string_view kOpenSearch = "opensearch.xml";
/// The page that OpenSearch leads to.
inline constexpr std::string_view kSearchPage = "tim-kiem/";
/// What the page's script reads first of the search index.
inline constexpr std::string_view kSearchEntry = "tim-kiem/chi-muc.json";

/// What no page may take, besides the calendars.
inline constexpr std::array<std::string_view, 13> kMachineFiles = {
    kNewsFeed,    kPracticesFeed, kResultsFeed, kCorrectionsFeed,     "sitemap.xml",         "robots.txt", "llms.txt",
    "_redirects", "_headers",     kOpenSearch,  "may-chu/nginx.conf", "may-chu/apache.conf", kSearchEntry,
};

struct MilestoneRef {
  std::size_t campaign = 0;   ///< position in Site::campaigns
  std::size_t milestone = 0;  ///< position in its milestones

  auto operator<=>(const MilestoneRef&) const = default;
};

/// A calendar and the milestones in it: those that fall on a day, at least one.
struct CalendarFile {
  std::string url;
  std::optional<std::size_t> campaign;   ///< whose milestones these are
  std::optional<model::UnitIndex> unit;  ///< who has to meet them; neither: all of the site
  std::vector<MilestoneRef> milestones;  ///< by campaign, then as the plan has them
};

/// The calendars of a site. A kind of unit is what a plan calls to act: a block of units, or a unit by its name, which
/// then has the deadlines of its block too.
class Calendars {
 public:
  Calendars() = default;
  explicit Calendars(const model::Site& site);

  /// All milestones first, then by campaign, then by unit; empty where no milestone falls on a day.
  const std::vector<CalendarFile>& files() const { return files_; }
  // Null where there is no such calendar.
  const CalendarFile* of_all() const { return files_.empty() ? nullptr : files_.data(); }
  const CalendarFile* of_campaign(std::size_t campaign) const;
  /// The unit's own, or that of its block.
  const CalendarFile* of_unit(const model::Site& site, model::UnitIndex unit) const;

 private:
  void add_campaigns(const model::Site& site);
  void add_units(const model::Site& site);

  std::vector<CalendarFile> files_;
  std::vector<std::size_t> by_campaign_, by_unit_;  ///< positions in files_; 0: none
};

}  // namespace thidua::routes
