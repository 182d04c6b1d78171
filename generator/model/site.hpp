// The whole site as typed, complete, immutable values: what the model stage gives. Every reference in it is resolved.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/sources.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/articles/article.hpp"
#include "model/campaign.hpp"
#include "model/date.hpp"
#include "model/moment.hpp"
#include "model/unit.hpp"

namespace thidua::model {

struct Contacts {
  std::string name, address, email, phone, url;
  Place url_place;
};

struct NavigationItem {
  std::string text, href;
  Place place;  ///< of the href
};

/// What others may do with the open data.
struct DataLicence {
  std::string name, url;
  Place url_place;
};

/// A portal that is not finished says so at the head of every page, and where to tell what is amiss.
struct Phase {
  std::string name;      ///< as readers see it: "Thử nghiệm"
  std::string feedback;  ///< http(s) or mailto address
  Place feedback_place;
};

/// The authority's own colour, as #rrggbb.
struct Accent {
  std::string light, dark;  ///< on light and on dark paper
  Place light_place, dark_place;
};

struct SiteInfo {
  std::string name, authority, description, base_url;  ///< base_url ends with a slash
  Contacts contacts;
  std::optional<Phase> phase;               ///< absent: a finished service
  std::string emblem;                       ///< a file of content/media; empty: none
  std::optional<Accent> accent;             ///< absent: the theme's own
  std::optional<DataLicence> data_licence;  ///< absent: none is stated
  bool demonstration = false;               ///< this is no authority's portal, and says so
  std::vector<NavigationItem> navigation;
  std::map<std::string, std::string, std::less<>> topics;  ///< id -> what it is called

  /// What a topic is called: as site.json says, else its id in words.
  std::string topic_name(std::string_view id) const;
};

/// What the content holds and the site does not show: drafts, and what has not appeared yet or has disappeared. No
/// reference to it is a mistake; each is dropped where it stands.
struct LeftOut {
  std::string id;                    ///< "news/a"
  std::vector<std::string> aliases;  ///< as in Article
  std::vector<std::string> media;    ///< files of content/media that it names
};

struct Site {
  /// Null for what is our own.
  const content::Origin* origin(content::OriginIndex index) const { return index ? &origins[*index] : nullptr; }

  SiteInfo info;
  std::vector<Locality> localities;  ///< by id
  std::vector<Unit> units;           ///< by locality, in the order of their file
  std::vector<Campaign> campaigns;   ///< by id
  std::vector<Practice> practices;   ///< newest first; likewise exemplars and news
  std::vector<Exemplar> exemplars;
  std::vector<News> news;
  std::vector<Page> pages;                ///< by id
  std::vector<content::MediaFile> media;  ///< without what only something left out names
  std::vector<LeftOut> left_out;
  std::vector<content::Origin> origins;  ///< portals that campaigns, practices and localities were taken in from
  std::vector<std::string> unusable;     ///< as in content::Sources
  Moment now;                            ///< what is due and what is late is told as of then
  std::optional<Moment> next_change;     ///< when something appears or disappears next, the content being the same
};

}  // namespace thidua::model
