// The stages that `build` and `check` share.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/disk.hpp"
#include "cli/options.hpp"
#include "model/records/embargoed.hpp"
#include "model/records/published.hpp"
#include "model/site.hpp"
#include "render/theme.hpp"
#include "routes/routes.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::cli {

/// content -> model. `embargoed` receives what the site leaves out for now.
model::Site read_site(const base::Disk& disk, const Options& options, model::Embargoed& embargoed,
                      Diagnostics& diagnostics);

/// Everything up to the point where pages can be rendered.
struct Prepared {
  model::Site site;
  routes::Routes routes;
  render::Theme theme;
  model::Published published;
  rules::Verdicts verdicts;  ///< of the awards; empty where findings forbid rendering
};

/// content -> rules on the sources -> model -> rules on the site -> routes, and the theme. Where findings forbid
/// rendering, the texts are checked all the same, so that one run shows all there is to mend.
Prepared prepare(const base::Disk& disk, const Options& options, Diagnostics& diagnostics);

/// Whether a folder must hold an earlier copy of the site, or may be new, empty or someone else's.
enum class Earlier { may_be_absent, must_be_there };

/// Compares the record with the one in a folder that holds an earlier copy of the site. A copy that this program made
/// has a record; without it, or with one that cannot be read, nobody could tell what changed, which is an error.
void compare_record(const base::Disk& disk, const std::string& folder, Earlier earlier_copy, const Prepared& prepared,
                    Diagnostics& diagnostics);

/// Renders every page on up to options.jobs threads and hands each to `take` with its output path; `take` may be called
/// by several threads at once.
void render_pages(const Prepared& prepared, unsigned jobs, Diagnostics& diagnostics,
                  const std::function<void(const std::string&, const std::string&)>& take);

/// Hands to `take` every file of the site that is no page: the theme's assets, files for machines, and media, which are
/// read from the disk. A file that cannot be read is a diagnostic.
void add_files(const base::Disk& disk, const Options& options, const Prepared& prepared, Diagnostics& diagnostics,
               const std::function<void(const std::string&, const std::string&)>& take);

}  // namespace thidua::cli
