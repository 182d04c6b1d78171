#include "cli/pipeline.hpp"

#include <memory>
#include <vector>

#include "base/clock.hpp"
#include "content/read_content.hpp"
#include "model/build_site.hpp"
#include "render/check_texts.hpp"
#include "render/renderer.hpp"
#include "rules/rule.hpp"

namespace thidua::cli {

namespace {

std::chrono::sys_days day_of(const Options& options) {
  const auto given = model::parse_date(options.today);
  return given ? given->first_day() : base::today_in_vietnam();
}

}  // namespace

Prepared prepare(const base::Disk& disk, const Options& options, Diagnostics& diagnostics) {
  const model::Drafts drafts = options.drafts ? model::Drafts::include : model::Drafts::leave_out;
  Prepared out;
  content::Sources sources = content::read_content(disk, options.root, options.jobs, diagnostics);
  out.site = model::build_site(std::move(sources), {drafts, options.jobs}, diagnostics);
  if (!options.base_url.empty())
    out.site.info.base_url = options.base_url + (options.base_url.ends_with('/') ? "" : "/");
  rules::check_site(out.site, day_of(options), options.jobs, diagnostics);
  out.routes = routes::make_routes(out.site, diagnostics);
  out.theme = render::load_theme(disk, options.root, options.theme, diagnostics);
  if (diagnostics.has_errors()) render::check_texts(out.site, out.routes, diagnostics);
  return out;
}

void render_pages(const Prepared& prepared, unsigned jobs, Diagnostics& diagnostics,
                  const std::function<void(const std::string&, const std::string&)>& take) {
  const render::UnitConcerns concerns(prepared.site);
  const render::Material material{prepared.site, prepared.routes, prepared.theme, concerns};
  struct Worker {
    Diagnostics diagnostics;
    std::unique_ptr<render::Renderer> renderer;
  };
  std::vector<Worker> workers(jobs);
  base::for_each_index_on_workers(prepared.routes.pages.size(), jobs, [&](std::size_t i, unsigned number) {
    Worker& worker = workers[number];
    if (!worker.renderer) worker.renderer = std::make_unique<render::Renderer>(material, worker.diagnostics);
    const routes::Route& route = prepared.routes.pages[i];
    take(route.output, worker.renderer->render(route));
  });
  for (Worker& worker : workers) diagnostics.merge(std::move(worker.diagnostics));
}

}  // namespace thidua::cli
