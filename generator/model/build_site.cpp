#include "model/build_site.hpp"

#include <algorithm>

#include "base/letter.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "content/names.hpp"
#include "model/read_campaign.hpp"

namespace thidua::model {
namespace {

constexpr std::size_t kMaxAlias = 200;  ///< characters

SiteInfo read_info(const content::DataFile& file, Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields root(file.root, reading);
  SiteInfo info;
  info.name = root.text("name");
  info.authority = root.text("authority");
  info.description = root.text("description");
  info.base_url = root.text("base_url");
  if (!info.base_url.ends_with('/')) info.base_url += '/';
  info.demonstration = root.flag("demonstration");
  info.contacts =
      root.nested("contacts",
                  [](const Fields& f) {
                    return Contacts{f.text("name"), f.text("address"), f.text("email"), f.text("phone"), f.text("url")};
                  })
          .value_or(Contacts{});
  info.navigation = root.list("navigation", [](const Fields& f) {
    return NavigationItem{f.text("text"), f.text("href"), f.reading().place(f.object().find("href")->at)};
  });
  return info;
}

void read_locality(const content::DataFile& file, SiteIndex& index, Site& site, Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields root(file.root, reading);
  index.localities.add(file.id, site.localities.size());
  Locality locality;
  locality.id = file.id;
  locality.illustrative = root.flag("illustrative");
  root.nested("locality", [&](const Fields& f) {
    locality.name = f.text("name");
    locality.level = f.word("level", Level::district);
    return 0;
  });
  root.each("units", [&](const Fields& f) {
    Unit unit;
    unit.id = file.id + "/" + f.text("id");
    unit.name = f.text("name");
    unit.sort_name = f.has("sort_name") ? f.text("sort_name") : unit.name;
    unit.kind = f.word("kind", UnitKind::unit);
    unit.level = f.word("level", Level::district);
    unit.locality = site.localities.size();
    unit.place = f.place();
    if (!index.units.add(unit.id, site.units.size())) return f.report(Code::duplicate_id, "id", {f.text("id")});
    site.units.push_back(std::move(unit));
  });
  site.localities.push_back(std::move(locality));
}

/// Calls `use` with each unit of the file that was taken in: not with one whose id had been given before.
void each_unit(const content::DataFile& file, const Fields& root, const SiteIndex& index,
               const std::function<void(const Fields&, UnitIndex)>& use) {
  std::optional<UnitIndex> last;
  root.each("units", [&](const Fields& f) {
    const auto at = index.units.find(file.id + "/" + f.text("id"));
    if (!at || (last && *at <= *last)) return;
    last = at;
    use(f, *at);
  });
}

/// Reports a chain of parents or successors that comes back to where it began, once: at its first unit.
template <class Next>
void report_cycle(const Site& site, UnitIndex start, const Fields& f, std::string_view key, Next next) {
  std::size_t steps = 0;
  for (auto at = next(site.units[start]); at && *at >= start && steps <= site.units.size();
       at = next(site.units[*at]), ++steps) {
    if (*at == start) return f.report(Code::unit_cycle, key, {site.units[start].id});
  }
}

/// Resolves what units say of each other, once all of them are known.
void link_units(const content::DataFile& file, const SiteIndex& index, Site& site, Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields root(file.root, reading);
  each_unit(file, root, index, [&](const Fields& f, UnitIndex at) {
    Unit& unit = site.units[at];
    const auto within = [&](std::string_view key) -> std::optional<UnitIndex> {
      if (!f.has(key)) return std::nullopt;
      const auto found = index.units.find(file.id + "/" + f.text(key));
      if (!found)
        f.report(Code::unknown_unit, key, {f.text(key), f.suggestion(file.id + "/" + f.text(key), index.units)});
      return found;
    };
    unit.block = within("block");
    unit.parent = within("parent");
    f.nested("successor", [&](const Fields& s) {
      const auto from = s.date("from");
      if (const auto next = s.reference("unit", index.units)) unit.successor = Successor{*next, from.value_or(Date{})};
      return 0;
    });
  });
}

void report_cycles(const content::DataFile& file, const SiteIndex& index, const Site& site, Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields root(file.root, reading);
  each_unit(file, root, index, [&](const Fields& f, UnitIndex at) {
    report_cycle(site, at, f, "parent", [](const Unit& u) { return u.parent; });
    report_cycle(site, at, f, "successor",
                 [](const Unit& u) { return u.successor ? std::optional(u.successor->unit) : std::nullopt; });
  });
}

void read_units(const std::vector<content::DataFile>& files, SiteIndex& index, Site& site, Diagnostics& diagnostics) {
  for (const content::DataFile& file : files) read_locality(file, index, site, diagnostics);
  for (const content::DataFile& file : files) link_units(file, index, site, diagnostics);
  for (const content::DataFile& file : files) report_cycles(file, index, site, diagnostics);
}

/// A reference to what is there but cannot be used is not reported again.
void excuse_unusable(std::vector<std::string> unusable, SiteIndex& index) {
  constexpr std::string_view kUnits = "units/";
  constexpr std::string_view kCampaigns = "campaigns/";
  index.unusable = std::move(unusable);
  for (const std::string& id : index.unusable) {
    if (id.starts_with(kUnits)) {
      index.localities.excuse(id.substr(kUnits.size()));
      index.units.excuse(id.substr(kUnits.size()));
    } else if (id.starts_with(kCampaigns)) {
      index.campaigns.excuse(id.substr(kCampaigns.size()));
    }
  }
}

/// Whether a page may stand at this path from the root: plain names joined by slashes, outside the folders that are not
/// made of pages.
bool is_address(std::string_view path) {
  if (path.size() > kMaxAlias || !path.starts_with('/')) return false;
  path.remove_prefix(1);
  if (path.ends_with('/')) path.remove_suffix(1);
  const std::string first = base::to_lower(path.substr(0, path.find('/')));
  if (first == "assets" || first == "media" || first == "404.html") return false;
  while (content::check_media_name(path.substr(0, path.find('/'))) == content::NameFault::none) {
    if (path.find('/') == std::string_view::npos) return true;
    path.remove_prefix(path.find('/') + 1);
  }
  return false;
}

std::vector<std::string> read_aliases(const Fields& f) {
  std::vector<std::string> aliases;
  const content::Value* list = f.object().find("aliases");
  if (list == nullptr || !list->is_array()) return aliases;
  for (const content::Value& item : list->as_array()) {
    if (is_address(item.as_string()))
      aliases.push_back(item.as_string());
    else
      f.reading().diagnostics.add(Code::invalid_alias, f.reading().place(item.at), {item.as_string()});
  }
  return aliases;
}

Article read_article(content::TextFile&& file, const SiteIndex& index, Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields f(file.front_matter, reading);
  Article article;
  article.id = file.id;
  article.file = file.path;
  article.title = f.text("title");
  article.summary = f.text("summary");
  article.date = f.date("date");
  article.updated = f.date("updated");
  article.topics = f.texts("topics");
  article.aliases = read_aliases(f);
  article.campaign = f.reference("campaign", index.campaigns);
  article.unit = f.reference("unit", index.units);
  article.illustrative = f.flag("illustrative");
  article.body = std::move(file.body);
  article.body_line = file.body_line;
  return article;
}

bool is_draft(const content::TextFile& file) {
  const content::Value* draft = file.front_matter.find("draft");
  return draft != nullptr && draft->is_bool() && draft->as_bool();
}

/// Newest first; those of one day, and those without a date, by id.
bool newer(const Article& a, const Article& b) {
  const auto day = [](const Article& x) { return x.date ? x.date->last_day() : std::chrono::sys_days(); };
  return day(a) != day(b) ? day(a) > day(b) : a.id < b.id;
}

/// Makes one thing of each source, on several threads, and frees the source there.
template <class Made, class Source, class Make>
std::vector<Made> each_of(std::vector<Source>&& sources, unsigned jobs, Diagnostics& diagnostics, Make make) {
  std::vector<Made> out(sources.size());
  std::vector<Diagnostics> findings(sources.size());
  base::for_each_index(sources.size(), jobs, [&](std::size_t i) {
    Source source = std::move(sources[i]);
    out[i] = make(std::move(source), findings[i]);
  });
  for (Diagnostics& f : findings) diagnostics.merge(std::move(f));
  return out;
}

std::vector<Article> read_articles(std::vector<content::TextFile>&& files, const SiteIndex& index,
                                   const BuildOptions& options, Diagnostics& diagnostics) {
  struct Read {
    Article article;
    bool draft = false;
  };
  auto read = each_of<Read>(std::move(files), options.jobs, diagnostics, [&](content::TextFile&& file, Diagnostics& d) {
    const bool draft = is_draft(file);
    return Read{read_article(std::move(file), index, d), draft};
  });
  std::vector<Article> articles;
  for (Read& r : read) {
    if (options.drafts == Drafts::include || !r.draft) articles.push_back(std::move(r.article));
  }
  std::sort(articles.begin(), articles.end(), newer);
  return articles;
}

}  // namespace

Site build_site(content::Sources&& sources, const BuildOptions& options, Diagnostics& diagnostics) {
  Site site;
  SiteIndex index;
  if (!sources.site.empty()) site.info = read_info(sources.site.front(), diagnostics);
  excuse_unusable(std::move(sources.unusable), index);
  read_units(sources.units, index, site, diagnostics);
  for (std::size_t i = 0; i < sources.campaigns.size(); ++i) index.campaigns.add(sources.campaigns[i].id, i);
  site.campaigns = each_of<Campaign>(
      std::move(sources.campaigns), options.jobs, diagnostics,
      [&](content::CampaignFolder&& folder, Diagnostics& d) { return read_campaign(folder, index, d); });
  site.practices = read_articles(std::move(sources.practices), index, options, diagnostics);
  site.news = read_articles(std::move(sources.news), index, options, diagnostics);
  site.pages = read_articles(std::move(sources.pages), index, options, diagnostics);
  site.media = std::move(sources.media);
  site.unusable = std::move(index.unusable);
  return site;
}

}  // namespace thidua::model
