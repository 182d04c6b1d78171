#include "model/articles/read_articles.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "base/letter.hpp"
#include "content/names.hpp"
#include "model/articles/award_reference.hpp"
#include "model/articles/media_names.hpp"
#include "model/articles/practice_parts.hpp"
#include "model/each_of.hpp"

namespace thidua::model {
namespace {

constexpr std::size_t kMaxAlias = 200;  ///< characters

/// Folders whose files are for browsers, programs and servers.
constexpr std::string_view kFileFolders[] = {"assets", "media", "du-lieu", "lich", "may-chu"};

/// An article that was read, and whether it is fit to be shown.
template <class Kind>
struct Read {
  Kind article;
  bool draft = false;
};

/// What reading an article needs to know.
struct Context {
  const SiteIndex& index;
  const Site& site;
  bool with_drafts = false;
};

/// What the addresses of pages end with elsewhere.
constexpr std::string_view kPageEndings[] = {"asp", "aspx", "htm", "html", "jsp", "php"};

/// A page is a folder of the site. Names with an underscore at their front, and those with a dot but what pages of
/// other sites end with, are for files; `index.html` is what stands in a folder, and `404.html` the page for what is
/// missing.
bool is_page_folder(std::string_view name) {
  if (content::check_media_name(name) != content::NameFault::none || name.front() == '_') return false;
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) return true;
  const std::string stem = base::to_lower(name.substr(0, dot)), ending = base::to_lower(name.substr(dot + 1));
  return stem != "index" && stem != "404" &&
         std::find(std::begin(kPageEndings), std::end(kPageEndings), ending) != std::end(kPageEndings);
}

/// Whether a page may stand at this path from the root: plain names joined by slashes, outside the folders that are not
/// made of pages.
bool is_address(std::string_view path) {
  if (path.size() > kMaxAlias || !path.starts_with('/')) return false;
  path.remove_prefix(1);
  if (path.ends_with('/')) path.remove_suffix(1);
  const std::string first = base::to_lower(path.substr(0, path.find('/')));
  if (std::find(std::begin(kFileFolders), std::end(kFileFolders), first) != std::end(kFileFolders)) return false;
  while (is_page_folder(path.substr(0, path.find('/')))) {
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

/// The award that an article names; one that went to another unit than the article's is reported.
std::optional<AwardRef> award_of(const Fields& f, const Context& context, const std::optional<UnitIndex>& unit) {
  const auto ref = read_award_reference(f, context.index.campaigns, context.site.campaigns);
  if (!ref || !unit) return ref;
  const UnitIndex awarded = context.site.campaigns[ref->campaign].results[ref->result].awards[ref->award].unit;
  if (!is_one_unit(context.site, awarded, *unit))
    f.report(Code::award_of_other_unit, "award", {context.site.units[awarded].id, context.site.units[*unit].id});
  return ref;
}

/// What is about an invented unit or campaign is invented itself.
bool is_illustrative(const Article& article, const Fields& f, const Site& site) {
  return f.flag("illustrative") || (article.campaign && site.campaigns[*article.campaign].illustrative) ||
         (article.unit && site.localities[site.units[*article.unit].locality].illustrative);
}

/// An invented campaign is not about a real unit, nor the other way round.
void report_mixed(const Article& article, const Fields& f, const Context& context) {
  if (!article.campaign || !article.unit) return;
  const auto unit = context.index.units.is_invented(*article.unit);
  if (unit && *unit != context.site.campaigns[*article.campaign].illustrative)
    f.report(Code::real_and_invented, "unit", {f.text("unit")});
}

void read_head(content::TextFile& file, const Fields& f, const Context& context, Article& article) {
  article.id = file.id;
  article.file = file.path;
  article.title = f.text("title");
  article.summary = f.text("summary");
  article.date = f.date("date");
  article.updated = f.date("updated");
  article.topics = f.texts("topics");
  article.aliases = read_aliases(f);
  article.campaign = f.reference("campaign", context.index.campaigns);
  article.unit = f.reference("unit", context.index.units);
  report_mixed(article, f, context);
  article.searched = f.object().find("search") == nullptr || f.flag("search");
  article.illustrative = is_illustrative(article, f, context.site);
  article.visibility = f.visibility();
  article.origin = file.origin;
  article.body = {std::move(file.body), file.body_line};
}

Place place_of(const Fields& f, std::string_view key) {
  const content::Value* value = f.object().find(key);
  return value == nullptr ? f.place() : f.reading().place(value->at);
}

std::optional<Picture> read_picture(const Fields& f) {
  return f.nested("picture", [](const Fields& p) {
    return Picture{p.text("file"), p.text("alt"), place_of(p, "file")};
  });
}

std::vector<Evidence> read_evidence(const Fields& f) {
  return f.list("evidence", [](const Fields& e) {
    const std::string href = e.text("href");
    return Evidence{e.text("text"), href.starts_with("media/") ? "/" + href : href, place_of(e, "href")};
  });
}

/// The fields, and the parts if asked for, that a practice needs and does not have, for a sentence.
std::string missing_in(const Practice& practice, bool parts_too, const Fields& f) {
  std::string out;
  const auto add = [&](std::string_view name) { out += (out.empty() ? "" : ", ") + std::string(name); };
  for (const char* key : {"unit", "campaign", "topics", "measures", "contact", "verified", "evidence"}) {
    const content::Value* value = f.object().find(key);
    if (value == nullptr || (value->is_array() && value->as_array().empty())) add(key);
  }
  for (std::size_t i = 0; parts_too && i < kNeededParts; ++i) {
    const auto part = static_cast<PracticePart>(i);
    if (practice.part(part).markdown.empty()) add("“" + std::string(heading_of(part)) + "”");
  }
  return out;
}

Read<Practice> read_practice(content::TextFile& file, const Context& context, Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields f(file.front_matter, reading);
  Read<Practice> out{{}, f.flag("draft")};
  Practice& practice = out.article;
  read_head(file, f, context, practice);
  practice.measures = f.list("measures", [](const Fields& m) {
    return Measure{m.text("what"), m.spelling("before"), m.spelling("after"), m.text("unit")};
  });
  practice.contact = f.nested("contact", [](const Fields& c) {
    return PracticeContact{c.text("name"), c.text("phone"), c.text("email"), c.text("address")};
  });
  practice.verified = f.date("verified");
  practice.evidence = read_evidence(f);
  if (const auto award = award_of(f, context, practice.unit)) practice.awards.push_back(*award);
  Diagnostics unfinished;  // of no interest while its author is at it
  const bool asked_for = !out.draft || context.with_drafts;
  CutPractice cut = cut_practice(practice.body, practice.file, asked_for ? diagnostics : unfinished);
  file.body = std::exchange(practice.body, std::move(cut.lead)).markdown;  // other portals take in the whole
  practice.parts = std::move(cut.parts);
  // A part may be missing because its heading is misspelt, which has been said.
  const std::string missing = out.draft ? std::string() : missing_in(practice, cut.all_known, f);
  if (missing.empty()) return out;
  out.draft = true;
  if (!context.with_drafts) diagnostics.add(Code::practice_incomplete, {practice.file, 1, 0}, {missing});
  return out;
}

Read<Exemplar> read_exemplar(content::TextFile& file, const Context& context, Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields f(file.front_matter, reading);
  Read<Exemplar> out{{}, f.flag("draft")};
  read_head(file, f, context, out.article);
  out.article.recipient = f.word("for", RecipientKind::collective);
  out.article.position = f.text("position");
  out.article.picture = read_picture(f);
  out.article.award = award_of(f, context, out.article.unit);
  return out;
}

Read<News> read_news(content::TextFile& file, const Context& context, Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields f(file.front_matter, reading);
  Read<News> out{{}, f.flag("draft")};
  read_head(file, f, context, out.article);
  out.article.picture = read_picture(f);
  return out;
}

Read<Page> read_page(content::TextFile& file, const Context& context, Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields f(file.front_matter, reading);
  Read<Page> out{{}, f.flag("draft")};
  read_head(file, f, context, out.article);
  return out;
}

/// Newest first; those of one day, and those without a date, by id.
bool newer(const Article& a, const Article& b) {
  const auto day = [](const Article& x) { return x.date ? x.date->last_day() : std::chrono::sys_days(); };
  return day(a) != day(b) ? day(a) > day(b) : a.id < b.id;
}

template <class Kind>
LeftOut leave_out(std::string_view folder, const Kind& article) {
  LeftOut out{std::string(folder) + "/" + article.id, article.aliases, {}};
  if (!article.origin) each_media_name(article, [&](std::string_view name) { out.media.emplace_back(name); });
  return out;
}

/// Reads the articles of one folder and keeps those that are to be seen.
template <class Kind, class ReadOne>
std::vector<Kind> read_folder(std::string_view folder, std::vector<content::TextFile>& files, const SiteIndex& index,
                              const BuildOptions& options, Site& site, Diagnostics& diagnostics, ReadOne read_one) {
  const Context context{index, site, options.drafts == Drafts::include};
  auto read = each_of<Read<Kind>>(files, options.jobs, diagnostics,
                                  [&](content::TextFile& file, Diagnostics& d) { return read_one(file, context, d); });
  std::vector<Kind> shown;
  for (Read<Kind>& r : read) {
    const bool ready = !r.draft || context.with_drafts;
    if (ready) site.next_change = earlier(site.next_change, r.article.visibility.next_change(options.now));
    if (ready && r.article.visibility.at(options.now))
      shown.push_back(std::move(r.article));
    else
      site.left_out.push_back(leave_out(folder, r.article));
  }
  std::sort(shown.begin(), shown.end(), newer);
  return shown;
}

}  // namespace

void read_articles(content::Sources& sources, const SiteIndex& index, const BuildOptions& options, Site& site,
                   Diagnostics& diagnostics) {
  const auto read = [&]<class Kind>(std::string_view folder, std::vector<content::TextFile>& files,
                                    std::vector<Kind>& to, auto read_one) {
    to = read_folder<Kind>(folder, files, index, options, site, diagnostics, read_one);
  };
  read("practices", sources.practices, site.practices, read_practice);
  read("exemplars", sources.exemplars, site.exemplars, read_exemplar);
  read("news", sources.news, site.news, read_news);
  read("pages", sources.pages, site.pages, read_page);
  link_awards(site, diagnostics);
}

void withhold_media(Site& site) {
  // Only our own texts count: the files of other portals stay there, whatever their names are.
  std::unordered_set<std::string> hidden;
  for (const LeftOut& one : site.left_out) hidden.insert(one.media.begin(), one.media.end());
  for (const Campaign& campaign : site.campaigns) {
    if (campaign.origin) continue;
    for (const HiddenResult& one : campaign.hidden) {
      if (!one.decision_file.empty()) hidden.insert(one.decision_file);
    }
  }
  if (hidden.empty()) return;
  const auto show = [&](std::string_view name) { hidden.erase(std::string(name)); };
  const auto show_all = [&](const auto& articles) {
    for (const auto& article : articles) {
      if (!article.origin) each_media_name(article, show);
    }
  };
  show(site.info.emblem);
  show_all(site.practices);
  show_all(site.exemplars);
  show_all(site.news);
  show_all(site.pages);
  for (const Campaign& campaign : site.campaigns) {
    if (campaign.origin) continue;
    for (const Document& document : campaign.documents) {
      for (const Clause& clause : document.clauses) {
        each_media_name(clause.text, show);
        each_media_name(clause.body, show);
      }
    }
    for (const Result& result : campaign.results) show(result.decision.file);
  }
  std::erase_if(site.media, [&](const content::MediaFile& file) { return hidden.contains(file.name); });
}

}  // namespace thidua::model
