// thidua audit: every published award held against its plan, as a table for people or as JSON for programs. What is
// under embargo is in neither; people are warned of it beside the table.
#include "cli/audit_report.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/pipeline.hpp"

namespace thidua::cli {
namespace {

/// Whether something does not satisfy the plan and nobody answers for it.
bool fails(const model::Campaign& campaign, const rules::CampaignAudit& audit) {
  Diagnostics found;
  rules::report(campaign, audit, found);
  return found.has_errors();
}

}  // namespace

int audit_command(const Options& options) {
  const auto disk = base::real_disk();
  Diagnostics diagnostics;
  BesidesSite besides;
  const model::Site site = read_site(*disk, options, pull::Conflicts::leave_out, besides, diagnostics);
  if (diagnostics.has_errors()) return print_findings(diagnostics, *disk, options);

  AuditReport report(site, options);
  Diagnostics ahead;
  bool failed = false, known = options.campaign.empty();
  for (std::size_t i = 0; i < site.campaigns.size(); ++i) {
    const model::Campaign& campaign = site.campaigns[i];
    if (!options.campaign.empty() && campaign.id != options.campaign) continue;
    known = true;
    const rules::CampaignAudit audit = rules::audit(site, campaign);
    failed = failed || fails(campaign, audit);
    report.add(campaign, audit);
    rules::audit_ahead(site, campaign, besides.embargoed[i], ahead);
  }
  if (!known) {
    print_error(
        say(options.language, "there is no campaign " + options.campaign, "không có phong trào " + options.campaign));
    return kWrongCommandLine;
  }
  print_line(report.finish());
  if (options.format == Format::text) print_findings(ahead, *disk, options);
  return failed ? kContentHasErrors : kFine;
}

}  // namespace thidua::cli
