// How an audit looks on a terminal, and as JSON.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "model/site.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::cli {

/// Collects the audits of campaigns, in order, as text or JSON.
class AuditReport {
 public:
  /// Both outlive the report.
  AuditReport(const model::Site& site, const Options& options) : site_(site), options_(options) {}

  /// A campaign without results, and whose plan has nothing to find, adds nothing.
  void add(const model::Campaign& campaign, const rules::CampaignAudit& audit);

  /// The whole, without a line end.
  std::string finish();

 private:
  const model::Site& site_;
  const Options& options_;
  std::string out_;
  int awards_ = 0, satisfied_ = 0, failed_ = 0, acknowledged_ = 0;
};

}  // namespace thidua::cli
