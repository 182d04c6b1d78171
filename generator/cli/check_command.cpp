// thidua check: everything that build does, but writing.
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/pipeline.hpp"

namespace thidua::cli {

int check_command(const Options& options) {
  const auto disk = base::real_disk();
  Diagnostics diagnostics;
  const Prepared prepared = prepare(*disk, options, diagnostics, pull::Conflicts::fail);
  if (!options.against.empty()) compare_record(*disk, options.against, Earlier::must_be_there, prepared, diagnostics);
  if (!diagnostics.has_errors()) {
    const auto discard = [](const std::string&, const std::string&) {};
    make_site(prepared, options.jobs, diagnostics, discard, discard);
  }
  const int code = print_findings(diagnostics, *disk, options);
  const bool quiet = options.format != Format::text || !diagnostics.sorted().empty();
  if (!quiet) print_line(say(options.language, "no findings", "không có vấn đề nào"));
  return code;
}

}  // namespace thidua::cli
