// thidua build: the whole chain, from the content folder to the finished site.
#include <fmt/format.h>

#include "cli/allocator.hpp"
#include "cli/console.hpp"
#include "cli/deploy/build_facts.hpp"
#include "cli/options.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "publish/publication.hpp"

namespace thidua::cli {
namespace {

std::string summary_line(const publish::Summary& s, const Options& options) {
  return say(options.language,
             fmt::format("{}: {} files, {} written, {} unchanged, {} removed", options.output, s.files, s.written,
                         s.unchanged, s.removed),
             fmt::format("{}: {} tệp, ghi {}, giữ nguyên {}, gỡ {}", options.output, s.files, s.written, s.unchanged,
                         s.removed));
}

/// When to build again although nobody edits anything. What will appear or disappear is not said before its time.
std::string change_line(model::Moment next, const Options& options) {
  const std::string at = model::to_string(next);
  return say(options.language, fmt::format("the next change is due at {}: build again then", at),
             fmt::format("lần thay đổi kế tiếp: {}; đến lúc đó hãy dựng lại trang", at));
}

}  // namespace

int build_command(const Options& options) {
  const auto real_disk = base::real_disk();
  const auto disk = std::make_unique<NotingDisk>(*real_disk);
  Diagnostics diagnostics;
  auto whole = std::make_unique<const Prepared>(prepare(*disk, options, diagnostics));
  const Prepared& prepared = *whole;
  compare_record(*disk, options.output, Earlier::may_be_absent, prepared, diagnostics);
  if (diagnostics.has_errors()) return print_findings(diagnostics, *disk, options);

  const auto publication = publish::Publication::begin(*real_disk, options.output, diagnostics);
  if (publication == nullptr) return print_findings(diagnostics, *disk, options);
  const Take add = [&](const std::string& path, const std::string& bytes) {
    static_cast<void>(publication->add(path, bytes));  // a file that cannot be written is reported by finish()
  };
  {
    Progress progress(say(options.language, "pages", "trang"), prepared.routes.pages.size());
    const Take add_page = [&](const std::string& path, const std::string& bytes) {
      add(path, bytes);
      progress.step();
    };
    make_site(prepared, options.jobs, diagnostics, add_page, add);
  }
  add_files(*disk, options, prepared, diagnostics, add);
  if (!diagnostics.has_errors()) {
    publication->finish(deploy::to_facts(build_facts(*disk, options, prepared.site)), diagnostics);
  }
  const int code = print_findings(diagnostics, *disk, options);
  if (code != kFine) return code;
  print_line(summary_line(publication->summary(), options));
  if (prepared.site.next_change) print_line(change_line(*prepared.site.next_change, options));
  leave(std::move(whole));
  return code;
}

}  // namespace thidua::cli
