#include "cli/pipeline.hpp"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

#include "base/clock.hpp"
#include "content/limits.hpp"
#include "content/read_content.hpp"
#include "data/files.hpp"
#include "data/open_data/exchange.hpp"
#include "data/published_record.hpp"
#include "model/build_site.hpp"
#include "publish/site_path.hpp"
#include "pull/combine.hpp"
#include "render/accent.hpp"
#include "render/check_texts.hpp"
#include "render/renderer.hpp"
#include "rules/record/corrections.hpp"
#include "rules/registration_state.hpp"
#include "rules/rule.hpp"
#include "search/index_files.hpp"
#include "search/pages.hpp"

namespace thidua::cli {

namespace {

model::Moment now(const Options& options) {
  return model::parse_moment(options.today).value_or(base::now_in_vietnam());
}

/// Positions in Routes::pages, the second excluded.
using PageRange = std::pair<std::size_t, std::size_t>;

/// Renders pages on several threads. Each has a renderer, which it keeps for all that it renders.
class PageMaker {
 public:
  PageMaker(const Prepared& prepared, const routes::WrittenTables& tables, unsigned jobs)
      : pages_(prepared.routes.pages),
        concerns_(prepared.site),
        index_(prepared.site),
        dates_(prepared.site),
        material_{prepared.site, prepared.routes, prepared.theme, concerns_, index_, prepared.verdicts, tables, dates_},
        workers_(jobs) {}

  /// The pages that tell of the tables, which stand together.
  PageRange about_open_data() const {
    const auto is_about = [](const routes::Route& page) {
      return page.kind == routes::PageKind::open_data || page.kind == routes::PageKind::data_table;
    };
    const auto first = std::find_if(pages_.begin(), pages_.end(), is_about);
    const auto last = std::find_if_not(first, pages_.end(), is_about);
    return {static_cast<std::size_t>(first - pages_.begin()), static_cast<std::size_t>(last - pages_.begin())};
  }

  /// Renders the pages of the ranges; one of the threads does `task` first.
  void make(const std::vector<PageRange>& ranges, const std::function<void()>& task, const Take& take) {
    constexpr std::size_t kRun = 64;  // pages that follow each other share much: one worker renders them
    std::vector<PageRange> runs;
    for (const auto& [first, last] : ranges) {
      for (std::size_t at = first; at < last; at += kRun) runs.emplace_back(at, std::min(at + kRun, last));
    }
    const auto jobs = static_cast<unsigned>(workers_.size());
    base::for_each_index_on_workers(runs.size() + 1, jobs, [&](std::size_t i, unsigned worker) {
      if (i == 0)
        task();
      else
        render(runs[i - 1], workers_[worker], take);
    });
  }

  /// The search index of all pages that were rendered.
  void index(const Take& take) const {
    std::vector<const search::Harvest*> harvests;
    for (const Worker& worker : workers_) harvests.push_back(&worker.harvest);
    search::make_index(material_.site, material_.routes, harvests, static_cast<unsigned>(workers_.size()), take);
  }

  void merge_into(Diagnostics& diagnostics) {
    for (Worker& worker : workers_) diagnostics.merge(std::move(worker.diagnostics));
  }

 private:
  struct Worker {
    Diagnostics diagnostics;
    std::unique_ptr<render::Renderer> renderer;
    search::Harvest harvest;
  };

  void render(const PageRange& run, Worker& worker, const Take& take) const {
    if (!worker.renderer) worker.renderer = std::make_unique<render::Renderer>(material_, worker.diagnostics);
    for (std::size_t i = run.first; i < run.second; ++i) {
      const std::string& html = worker.renderer->render(pages_[i]);
      if (search::is_searched(material_.site, pages_[i])) worker.harvest.add(i, html);
      take(pages_[i].output, html);
    }
  }

  const std::vector<routes::Route>& pages_;
  const render::UnitConcerns concerns_;
  const render::SiteIndex index_;
  const routes::PageDates dates_;
  const render::Material material_;
  std::vector<Worker> workers_;
};

model::Drafts drafts_in(const Options& options) {
  return options.drafts ? model::Drafts::include : model::Drafts::leave_out;
}

/// What is published, and what the rules say of it.
void judge(Prepared& out, const model::Embargoed& embargoed, const Options& options, Diagnostics& diagnostics) {
  out.published = model::published(out.site);
  rules::corrections_hold(out.site, out.published, diagnostics);
  if (!diagnostics.has_errors()) {
    out.verdicts = rules::audit_site(out.site, options.jobs, diagnostics);
    for (std::size_t i = 0; i < embargoed.size(); ++i)
      rules::audit_ahead(out.site, out.site.campaigns[i], embargoed[i], diagnostics);
  }
  rules::check_site(out.site, now(options), options.jobs, diagnostics);
}

}  // namespace

model::Site read_site(const base::Disk& disk, const Options& options, pull::Conflicts conflicts, BesidesSite& besides,
                      Diagnostics& diagnostics) {
  content::Sources sources = content::read_content(disk, options.root, options.jobs, diagnostics);
  std::vector<content::Parcel> parcels;
  if (const auto list = content::read_source_list(disk, options.root, diagnostics))
    parcels = content::read_copies(disk, options.root, *list, diagnostics);
  const auto read = [&](const content::MediaFile& file) {
    return disk.read(base::join(options.root, file.path), content::kMaxMediaFile);
  };
  pull::Combined combined = pull::combine(std::move(sources), std::move(parcels),
                                          {{drafts_in(options), options.jobs, now(options)}, read}, diagnostics);
  pull::report_conflicts(combined.conflicts, conflicts, diagnostics);
  besides.embargoed = std::move(combined.embargoed);
  besides.sources = std::move(combined.sources);
  model::Site site = std::move(combined.site);
  site.next_change = model::earlier(site.next_change, rules::next_overdue(site));
  if (!options.base_url.empty()) site.info.base_url = options.base_url + (options.base_url.ends_with('/') ? "" : "/");
  return site;
}

Prepared prepare(const base::Disk& disk, const Options& options, Diagnostics& diagnostics, pull::Conflicts conflicts) {
  Prepared out;
  BesidesSite besides;
  Diagnostics on_routes, on_theme;
  base::at_once(options.jobs, {[&] { out.site = read_site(disk, options, conflicts, besides, diagnostics); },
                               [&] { out.theme = render::load_theme(disk, options.root, options.theme, on_theme); }});
  base::at_once(options.jobs, {[&] { judge(out, besides.embargoed, options, diagnostics); },
                               [&] { out.routes = routes::make_routes(out.site, on_routes, options.jobs); }});
  out.sources = std::move(besides.sources);
  out.drafts = drafts_in(options);
  out.theme = render::with_accent(std::move(out.theme), out.site.info, on_theme);
  diagnostics.merge(std::move(on_routes));
  diagnostics.merge(std::move(on_theme));
  if (diagnostics.has_errors()) render::check_texts(out.site, out.routes, diagnostics);
  return out;
}

void compare_record(const base::Disk& disk, const std::string& folder, Earlier earlier_copy, const Prepared& prepared,
                    Diagnostics& diagnostics) {
  constexpr std::uint64_t kMaxRecord = 256 << 20;
  const std::string path = base::join(folder, data::kPublishedRecord);
  const auto bytes = disk.read(path, kMaxRecord);
  if (!bytes) {
    const int error = bytes.error().error;
    if (error != ENOENT && error != ENOTDIR)
      diagnostics.add(Code::file_unreadable, {path, 0, 0}, {base::reason(bytes.error())});
    else if (earlier_copy == Earlier::must_be_there || disk.status(base::join(folder, publish::kManifestName)))
      diagnostics.add(Code::record_missing, {path, 0, 0}, {std::string(data::kPublishedRecord)});
    return;
  }
  compare_record(*bytes, path, prepared, diagnostics);
}

void compare_record(std::string_view bytes, const std::string& file, const Prepared& prepared,
                    Diagnostics& diagnostics) {
  const auto earlier = data::parse_published(bytes);
  if (earlier)
    rules::changed_silently(prepared.site, *earlier, prepared.published, diagnostics);
  else
    diagnostics.add(Code::record_unreadable, {file, 0, 0}, {std::string(data::kPublishedRecord)});
}

void make_site(const Prepared& prepared, unsigned jobs, Diagnostics& diagnostics, const Take& take_page,
               const Take& take_file) {
  Diagnostics on_data;
  routes::WrittenTables tables;
  PageMaker maker(prepared, tables, jobs);
  const auto [first, last] = maker.about_open_data();
  maker.make(
      {{0, first}, {last, prepared.routes.pages.size()}},
      [&] {
        const render::Words words(prepared.theme.strings, prepared.site, on_data);
        tables = data::for_each_file({prepared.site, prepared.routes, prepared.published, prepared.verdicts, words,
                                      &prepared.sources, prepared.drafts},
                                     take_file);
      },
      take_page);
  maker.make(
      {{first, last}}, [] {}, take_page);
  maker.index(take_file);
  maker.merge_into(diagnostics);
  diagnostics.merge(std::move(on_data));
}

void add_files(const base::Disk& disk, const Options& options, const Prepared& prepared, Diagnostics& diagnostics,
               const Take& take) {
  constexpr std::uint64_t kMaxMedia = 64 << 20;
  for (const render::Asset& asset : prepared.theme.assets) take(asset.output, asset.bytes);
  for (const content::MediaFile& file : prepared.site.media) {
    const auto bytes = disk.read(base::join(options.root, file.path), kMaxMedia);
    if (bytes) {
      take("media/" + file.name, *bytes);
    } else {
      diagnostics.add(Code::file_unreadable, {file.path, 0, 0}, {base::reason(bytes.error())});
    }
  }
}

}  // namespace thidua::cli
