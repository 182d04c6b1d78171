// The whole site as typed, complete, immutable values: what the model stage gives. Every reference in it is resolved.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/sources.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/campaign.hpp"
#include "model/date.hpp"
#include "model/unit.hpp"

namespace thidua::model {

struct Contacts {
  std::string name, address, email, phone, url;
};

struct NavigationItem {
  std::string text, href;
  Place place;  ///< of the href
};

struct SiteInfo {
  std::string name, authority, description, base_url;  ///< base_url ends with a slash
  Contacts contacts;
  bool demonstration = false;  ///< this is no authority's portal, and says so
  std::vector<NavigationItem> navigation;
};

/// A Markdown page with front matter: a news item, a good practice, or a page of its own.
struct Article {
  std::string id, file;
  std::string title, summary;
  std::optional<Date> date, updated;
  std::vector<std::string> topics;      ///< slugs
  std::vector<std::string> aliases;     ///< other addresses, without the leading slash
  std::optional<std::size_t> campaign;  ///< position in Site::campaigns
  std::optional<UnitIndex> unit;
  bool illustrative = false;
  std::string body;  ///< Markdown
  std::uint32_t body_line = 1;
};

struct Site {
  SiteInfo info;
  std::vector<Locality> localities;      ///< by id
  std::vector<Unit> units;               ///< by locality, in the order of their file
  std::vector<Campaign> campaigns;       ///< by id
  std::vector<Article> practices, news;  ///< newest first
  std::vector<Article> pages;            ///< by id
  std::vector<content::MediaFile> media;
  std::vector<std::string> unusable;  ///< as in content::Sources
};

}  // namespace thidua::model
