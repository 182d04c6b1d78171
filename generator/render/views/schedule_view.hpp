// Deadlines of one or several campaigns, by date.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "render/views/campaign_view.hpp"

namespace thidua::render {

/// What stands in place of a date where the plan gives none, or gives it otherwise than as one.
std::string when_text(const CampaignContext& context, const model::When& when);

class Schedule {
 public:
  /// Enters a milestone once per date that it has or that a later document gives to another year, of those before
  /// `until`; once without a date where it has none.
  void add(const CampaignContext& context, const model::Milestone& milestone,
           std::optional<std::chrono::sys_days> until = std::nullopt);

  /// {years: [{year, dated}], has_dated, undated, has_undated, has_any}: milestone views, by their last day. Empties
  /// the schedule.
  View take();

 private:
  struct Entry {
    std::optional<model::Date> date;
    std::string key;  ///< campaign and milestone, to order those of one day
    View view;
  };
  std::vector<Entry> entries_;
};

}  // namespace thidua::render
