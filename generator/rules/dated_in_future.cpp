// A news item, practice or page that is dated after the day of the build.
//
// What: `date` and `updated` must not lie in the future; neither must `updated` of a campaign.
// Why: readers take the date for the day of publication; one in the future is a slip of the keyboard, and keeps the
// item on top. Bad:  date: 2062-03-10, in a build of March 2026. Good: date: 2026-03-10.
#include "rules/rule.hpp"

namespace thidua::rules {
namespace {

void check(const std::optional<model::Date>& date, const std::string& file, std::chrono::sys_days today,
           Diagnostics& diagnostics) {
  if (date && date->first_day() > today) diagnostics.add(Code::dated_in_future, {file, 0, 0}, {to_string(*date)});
}

}  // namespace

void dated_in_future(const model::Site& site, std::chrono::sys_days today, Diagnostics& diagnostics) {
  for (const auto* articles : {&site.practices, &site.news, &site.pages}) {
    for (const model::Article& article : *articles) {
      check(article.date, article.file, today, diagnostics);
      check(article.updated, article.file, today, diagnostics);
    }
  }
  for (const model::Campaign& campaign : site.campaigns) check(campaign.updated, campaign.file, today, diagnostics);
}

}  // namespace thidua::rules
