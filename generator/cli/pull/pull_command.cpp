// thidua pull: takes in what other portals publish, as sources.json names them.
#include <fmt/format.h>

#include "base/clock.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "content/limits.hpp"
#include "content/read_content.hpp"
#include "pull/pull.hpp"
#include "render/check_texts.hpp"
#include "routes/routes.hpp"

namespace thidua::cli {
namespace {

std::string state_of(const pull::PulledSource& source, Language language) {
  switch (source.outcome) {
    case pull::Outcome::taken:
      return say(language, "new copy", "bản mới");
    case pull::Outcome::unchanged:
      return say(language, "unchanged", "không thay đổi");
    case pull::Outcome::kept:
      return say(language, "copy of " + source.day + " kept", "giữ bản ngày " + source.day);
    case pull::Outcome::nothing:
      break;
  }
  return say(language, "nothing yet", "chưa có dữ liệu");
}

std::string line_of(const pull::PulledSource& source, Language language) {
  return say(language,
             fmt::format("{}: {}; {} campaign(s), {} result(s), {} practice(s)", source.id, state_of(source, language),
                         source.campaigns, source.results, source.practices),
             fmt::format("{}: {}; {} phong trào, {} kết quả, {} cách làm hay", source.id, state_of(source, language),
                         source.campaigns, source.results, source.practices));
}

/// As a build does before it renders.
void check_site(const model::Site& site, Diagnostics& diagnostics) {
  const routes::Routes routes = routes::make_routes(site, diagnostics);
  render::check_texts(site, routes, diagnostics);
}

}  // namespace

int pull_command(const Options& options) {
  const auto disk = base::real_disk();
  Diagnostics diagnostics, of_content;
  const auto list = content::read_source_list(*disk, options.root, diagnostics);
  if (list && list->empty()) {
    print_line(say(options.language, "sources.json names no source: there is nothing to pull",
                   "sources.json không có nguồn nào nên không lấy gì"));
  }
  if (!list || list->empty()) return print_findings(diagnostics, *disk, options);
  // What is wrong with our own content is for `check` to say.
  const content::Sources own = content::read_content(*disk, options.root, options.jobs, of_content);
  const auto read = [&](const content::MediaFile& file) {
    return disk->read(base::join(options.root, file.path), content::kMaxMediaFile);
  };
  const model::Moment now = model::parse_moment(options.today).value_or(base::now_in_vietnam());
  const pull::PullOptions how{options.root, {{model::Drafts::leave_out, options.jobs, now}, read}, {}, check_site};
  for (const pull::PulledSource& source : pull::pull(*disk, own, *list, how, diagnostics))
    print_line(line_of(source, options.language));
  return print_findings(diagnostics, *disk, options);
}

}  // namespace thidua::cli
