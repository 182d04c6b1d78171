#include "cli/pipeline.hpp"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

#include "base/clock.hpp"
#include "content/limits.hpp"
#include "content/read_content.hpp"
#include "data/files.hpp"
#include "data/published_record.hpp"
#include "model/build_site.hpp"
#include "publish/site_path.hpp"
#include "render/check_texts.hpp"
#include "render/renderer.hpp"
#include "rules/record/corrections.hpp"
#include "rules/registration_state.hpp"
#include "rules/rule.hpp"

namespace thidua::cli {

namespace {

model::Moment now(const Options& options) {
  return model::parse_moment(options.today).value_or(base::now_in_vietnam());
}

}  // namespace

model::Site read_site(const base::Disk& disk, const Options& options, model::Embargoed& embargoed,
                      Diagnostics& diagnostics) {
  const model::Drafts drafts = options.drafts ? model::Drafts::include : model::Drafts::leave_out;
  content::Sources sources = content::read_content(disk, options.root, options.jobs, diagnostics);
  const auto read = [&](const content::MediaFile& file) {
    return disk.read(base::join(options.root, file.path), content::kMaxMediaFile);
  };
  rules::personal_data(sources, read, options.jobs, diagnostics);
  model::Site site =
      model::build_site(std::move(sources), {drafts, options.jobs, now(options)}, diagnostics, &embargoed);
  site.next_change = model::earlier(site.next_change, rules::next_overdue(site));
  if (!options.base_url.empty()) site.info.base_url = options.base_url + (options.base_url.ends_with('/') ? "" : "/");
  return site;
}

Prepared prepare(const base::Disk& disk, const Options& options, Diagnostics& diagnostics) {
  Prepared out;
  model::Embargoed embargoed;
  Diagnostics on_routes, on_theme;
  base::at_once(options.jobs, {[&] { out.site = read_site(disk, options, embargoed, diagnostics); },
                               [&] { out.theme = render::load_theme(disk, options.root, options.theme, on_theme); }});
  base::at_once(options.jobs, {[&] {
                                 out.published = model::published(out.site);
                                 rules::corrections_hold(out.site, out.published, diagnostics);
                               },
                               [&] { out.routes = routes::make_routes(out.site, on_routes); }});
  if (!diagnostics.has_errors()) {
    out.verdicts = rules::audit_site(out.site, options.jobs, diagnostics);
    for (std::size_t i = 0; i < embargoed.size(); ++i)
      rules::audit_ahead(out.site, out.site.campaigns[i], embargoed[i], diagnostics);
  }
  rules::check_site(out.site, now(options), options.jobs, diagnostics);
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
  const auto earlier = data::parse_published(*bytes);
  if (earlier)
    rules::changed_silently(prepared.site, *earlier, prepared.published, diagnostics);
  else
    diagnostics.add(Code::record_unreadable, {path, 0, 0}, {std::string(data::kPublishedRecord)});
}

void render_pages(const Prepared& prepared, unsigned jobs, Diagnostics& diagnostics,
                  const std::function<void(const std::string&, const std::string&)>& take) {
  const render::UnitConcerns concerns(prepared.site);
  const render::SiteIndex index(prepared.site);
  const render::Material material{prepared.site, prepared.routes, prepared.theme, concerns, index, prepared.verdicts};
  struct Worker {
    Diagnostics diagnostics;
    std::unique_ptr<render::Renderer> renderer;
  };
  std::vector<Worker> workers(jobs);
  constexpr std::size_t kRun = 64;  // pages that follow each other share much: one worker renders them
  const std::vector<routes::Route>& pages = prepared.routes.pages;
  base::for_each_index_on_workers((pages.size() + kRun - 1) / kRun, jobs, [&](std::size_t run, unsigned number) {
    Worker& worker = workers[number];
    if (!worker.renderer) worker.renderer = std::make_unique<render::Renderer>(material, worker.diagnostics);
    for (std::size_t i = run * kRun; i < std::min(pages.size(), (run + 1) * kRun); ++i)
      take(pages[i].output, worker.renderer->render(pages[i]));
  });
  for (Worker& worker : workers) diagnostics.merge(std::move(worker.diagnostics));
}

void add_files(const base::Disk& disk, const Options& options, const Prepared& prepared, Diagnostics& diagnostics,
               const std::function<void(const std::string&, const std::string&)>& take) {
  constexpr std::uint64_t kMaxMedia = 64 << 20;
  for (const render::Asset& asset : prepared.theme.assets) take(asset.output, asset.bytes);
  const render::Words words(prepared.theme.strings, prepared.site, diagnostics);
  data::for_each_file({prepared.site, prepared.routes, prepared.published, prepared.verdicts, words}, take);
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
