// The stages that `build` and `check` share.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/disk.hpp"
#include "cli/options.hpp"
#include "content/sources.hpp"
#include "model/records/embargoed.hpp"
#include "model/records/published.hpp"
#include "model/site.hpp"
#include "pull/combine.hpp"
#include "render/theme.hpp"
#include "routes/routes.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::cli {

/// What read_site() gives besides the site.
struct BesidesSite {
  model::Embargoed embargoed;  ///< what the site leaves out for now
  content::Sources sources;    ///< what the site was built of, as build_site() leaves it
};

/// content and copies from elsewhere -> model. A copy that does not fit the rest of the site is left out with a
/// warning.
model::Site read_site(const base::Disk& disk, const Options& options, pull::Conflicts conflicts, BesidesSite& besides,
                      Diagnostics& diagnostics);

/// Everything up to the point where pages can be rendered.
struct Prepared {
  model::Site site;
  routes::Routes routes;
  render::Theme theme;
  model::Published published;
  rules::Verdicts verdicts;  ///< of the awards; empty where findings forbid rendering
  content::Sources sources;  ///< as in BesidesSite
  model::Drafts drafts = model::Drafts::leave_out;
};

/// content -> rules on the sources -> model -> rules on the site -> routes, and the theme. Where findings forbid
/// rendering, the texts are checked all the same, so that one run shows all there is to mend.
Prepared prepare(const base::Disk& disk, const Options& options, Diagnostics& diagnostics,
                 pull::Conflicts conflicts = pull::Conflicts::leave_out);

/// Whether a folder must hold an earlier copy of the site, or may be new, empty or someone else's.
enum class Earlier { may_be_absent, must_be_there };

/// Compares the record with the one in a folder that holds an earlier copy of the site. A copy that this program made
/// has a record; without it, or with one that cannot be read, nobody could tell what changed, which is an error.
void compare_record(const base::Disk& disk, const std::string& folder, Earlier earlier_copy, const Prepared& prepared,
                    Diagnostics& diagnostics);
/// The same with the bytes of a record; `file` is what it is called in diagnostics.
void compare_record(std::string_view bytes, const std::string& file, const Prepared& prepared,
                    Diagnostics& diagnostics);

/// Takes a file and its path in the output.
using Take = std::function<void(const std::string& path, const std::string& bytes)>;

/// Renders every page and makes every file for programs, at once, on up to `jobs` threads. Both functions may be called
/// by several threads at once. The pages about open data come last: they tell what was written of the tables.
void make_site(const Prepared& prepared, unsigned jobs, Diagnostics& diagnostics, const Take& take_page,
               const Take& take_file);

/// Hands to `take` what is neither made nor rendered: the theme's assets, and media, which are read from the disk. A
/// file that cannot be read is a diagnostic.
void add_files(const base::Disk& disk, const Options& options, const Prepared& prepared, Diagnostics& diagnostics,
               const Take& take);

}  // namespace thidua::cli
