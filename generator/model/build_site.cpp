#include "model/build_site.hpp"

#include <algorithm>
#include <set>

#include "model/articles/read_articles.hpp"
#include "model/each_of.hpp"
#include "model/read_campaign.hpp"

namespace thidua::model {
namespace {

/// Of a member's value; of the object where there is none.
Place place_of(const Fields& f, std::string_view key) {
  const content::Value* const value = f.object().find(key);
  return f.reading().place(value == nullptr ? f.object().at : value->at);
}

SiteInfo read_info(const content::DataFile& file, const SiteIndex& index, Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields root(file.root, reading);
  SiteInfo info;
  info.name = root.text("name");
  info.authority = root.text("authority");
  info.description = root.text("description");
  info.base_url = root.text("base_url");
  if (!info.base_url.ends_with('/')) info.base_url += '/';
  info.demonstration = root.flag("demonstration");
  info.contacts = root.nested("contacts",
                              [](const Fields& f) {
                                return Contacts{f.text("name"),  f.text("address"), f.text("email"),
                                                f.text("phone"), f.text("url"),     place_of(f, "url")};
                              })
                      .value_or(Contacts{});
  info.phase = root.nested("phase", [](const Fields& f) {
    return Phase{f.text("name"), f.text("feedback"), place_of(f, "feedback")};
  });
  if (root.has("emblem") && root.reference("emblem", index.media)) info.emblem = root.text("emblem");
  info.accent = root.nested("accent", [](const Fields& f) {
    return Accent{f.text("light"), f.text("dark"), place_of(f, "light"), place_of(f, "dark")};
  });
  info.data_licence = root.nested("data_licence", [](const Fields& f) {
    return DataLicence{f.text("name"), f.text("url"), place_of(f, "url")};
  });
  info.navigation = root.list("navigation", [](const Fields& f) {
    return NavigationItem{f.text("text"), f.text("href"), place_of(f, "href")};
  });
  root.each("topics", [&](const Fields& f) {
    if (!info.topics.emplace(f.text("id"), f.text("name")).second) f.report(Code::duplicate_id, "id", {f.text("id")});
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
  locality.origin = file.origin;
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
    index.units.mark(locality.illustrative);
    site.units.push_back(std::move(unit));
  });
  index.localities.mark(locality.illustrative);
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

/// Of each chain of parents or successors that comes back to where it began, the first unit.
template <class Next>
std::set<UnitIndex> cycles(const Site& site, Next next) {
  std::set<UnitIndex> out;
  std::vector<std::size_t> walks(site.units.size());  // from which unit each was reached first; 0: not yet
  for (UnitIndex start = 0; start < site.units.size(); ++start) {
    std::optional<UnitIndex> at = start;
    for (; at && walks[*at] == 0; at = next(site.units[*at])) walks[*at] = start + 1;
    if (!at || walks[*at] != start + 1) continue;
    UnitIndex first = *at;
    for (UnitIndex one = *next(site.units[*at]); one != *at; one = *next(site.units[one])) first = std::min(first, one);
    out.insert(first);
  }
  return out;
}

/// Resolves what units say of each other, once all of them are known.
void link_units(const content::DataFile& file, const SiteIndex& index, Site& site, Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields root(file.root, reading);
  reading.invented = root.flag("illustrative");
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

void report_cycles(const std::vector<content::DataFile>& files, const SiteIndex& index, const Site& site,
                   Diagnostics& diagnostics) {
  const auto of_parents = cycles(site, [](const Unit& u) { return u.parent; });
  const auto of_successors =
      cycles(site, [](const Unit& u) { return u.successor ? std::optional(u.successor->unit) : std::nullopt; });
  for (const content::DataFile& file : files) {
    Reading reading{file.path, diagnostics};
    const Fields root(file.root, reading);
    each_unit(file, root, index, [&](const Fields& f, UnitIndex at) {
      if (of_parents.contains(at)) f.report(Code::unit_cycle, "parent", {site.units[at].id});
      if (of_successors.contains(at)) f.report(Code::unit_cycle, "successor", {site.units[at].id});
    });
  }
}

void read_units(const std::vector<content::DataFile>& files, SiteIndex& index, Site& site, Diagnostics& diagnostics) {
  for (const content::DataFile& file : files) read_locality(file, index, site, diagnostics);
  for (const content::DataFile& file : files) link_units(file, index, site, diagnostics);
  report_cycles(files, index, site, diagnostics);
}

/// Ids of topics that our own articles are about: nobody else gives these a name.
std::set<std::string> topics_of_our_own(const content::Sources& sources) {
  std::set<std::string> out;
  for (const auto* files : {&sources.practices, &sources.exemplars, &sources.news, &sources.pages}) {
    for (const content::TextFile& file : *files) {
      const content::Value* const topics = file.origin ? nullptr : file.front_matter.find("topics");
      if (topics == nullptr || !topics->is_array()) continue;
      for (const content::Value& topic : topics->as_array()) {
        if (topic.is_string()) out.insert(topic.as_string());
      }
    }
  }
  return out;
}

/// A reference to what is there but cannot be used is not reported again.
void excuse_unusable(std::vector<std::string> unusable, SiteIndex& index) {
  constexpr std::string_view kUnits = "units/";
  constexpr std::string_view kCampaigns = "campaigns/";
  constexpr std::string_view kPractices = "practices/";
  constexpr std::string_view kMedia = "media/";
  index.unusable = std::move(unusable);
  for (const std::string& id : index.unusable) {
    if (id.starts_with(kUnits)) {
      index.localities.excuse(id.substr(kUnits.size()));
      index.units.excuse(id.substr(kUnits.size()));
    } else if (id.starts_with(kCampaigns)) {
      index.campaigns.excuse(id.substr(kCampaigns.size()));
    } else if (id.starts_with(kPractices)) {
      index.practices.excuse(id.substr(kPractices.size()));
    } else if (id.starts_with(kMedia)) {
      index.media.excuse(id.substr(kMedia.size()));
    }
  }
}

}  // namespace

std::string SiteInfo::topic_name(std::string_view id) const {
  const auto known = topics.find(id);
  if (known != topics.end()) return known->second;
  std::string words(id);
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

Site build_site(content::Sources& sources, const BuildOptions& options, Diagnostics& diagnostics,
                Embargoed* embargoed) {
  Site site;
  SiteIndex index;
  for (std::size_t i = 0; i < sources.media.size(); ++i) index.media.add(sources.media[i].name, i);
  excuse_unusable(std::move(sources.unusable), index);
  if (!sources.site.empty()) site.info = read_info(sources.site.front(), index, diagnostics);
  site.origins = std::move(sources.origins);
  const std::set<std::string> own_topics = topics_of_our_own(sources);
  for (content::Topic& topic : sources.topics) {
    if (!own_topics.contains(topic.id)) site.info.topics.emplace(std::move(topic.id), std::move(topic.name));
  }
  read_units(sources.units, index, site, diagnostics);
  for (const Unit& unit : site.units) {
    index.ids.push_back(unit.id);
    index.blocks.push_back(unit.block);
    index.kinds.push_back(unit.kind);
    index.homes.push_back(unit.locality);
  }
  for (std::size_t i = 0; i < sources.practices.size(); ++i) index.practices.add(sources.practices[i].id, i);
  index.now = site.now = options.now;
  for (std::size_t i = 0; i < sources.campaigns.size(); ++i) index.campaigns.add(sources.campaigns[i].id, i);
  Embargoed held_back(sources.campaigns.size());
  site.campaigns = each_of<Campaign>(
      sources.campaigns, options.jobs, diagnostics, [&](const content::CampaignFolder& folder, Diagnostics& d) {
        return read_campaign(folder, index, held_back[index.campaigns.find(folder.id).value()], d);
      });
  if (embargoed != nullptr) *embargoed = std::move(held_back);
  for (const Campaign& campaign : site.campaigns) site.next_change = earlier(site.next_change, campaign.next_change);
  read_articles(sources, index, options, site, diagnostics);
  site.media = std::move(sources.media);
  withhold_media(site);
  site.unusable = std::move(index.unusable);
  return site;
}

}  // namespace thidua::model
