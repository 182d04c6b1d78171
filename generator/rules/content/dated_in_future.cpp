// A news item, practice, exemplar, page or decision that is dated after the day of the build.
//
// What: `date`, `updated` and `verified` must not lie in the future; neither must `updated` of a campaign, nor the date
// of a decision, an acknowledgement or a correction that is published.
// Why: readers take the date for the day of publication; one in the future is a slip of the keyboard, and keeps the
// item on top. Nobody can have been awarded by a decision that has not been taken, and nothing been answered for or
// corrected on a day that has not come: those are errors.
// Bad:  date: 2062-03-10, in a build of March 2026. Good: date: 2026-03-10.
#include "rules/rule.hpp"

namespace thidua::rules {
namespace {

void check(const std::optional<model::Date>& date, const std::string& file, std::chrono::sys_days today,
           Diagnostics& diagnostics) {
  if (date && date->first_day() > today) diagnostics.add(Code::dated_in_future, {file, 0, 0}, {to_string(*date)});
}

void check_acknowledgements(const std::vector<model::Acknowledgement>& all, std::chrono::sys_days today,
                            Diagnostics& diagnostics) {
  for (const model::Acknowledgement& given : all) {
    if (given.date.first_day() > today)
      diagnostics.add(Code::acknowledged_in_future, given.place, {to_string(given.date)});
  }
}

void check_corrections(const std::vector<model::Correction>& all, std::chrono::sys_days today,
                       Diagnostics& diagnostics) {
  for (const model::Correction& correction : all) {
    if (correction.date.first_day() > today)
      diagnostics.add(Code::corrected_in_future, correction.place, {to_string(correction.date)});
  }
}

void check_records(const model::Campaign& campaign, std::chrono::sys_days today, Diagnostics& diagnostics) {
  for (const model::Result& result : campaign.results) {
    const model::Decision& decision = result.decision;
    if (decision.date.first_day() > today)
      diagnostics.add(Code::decision_in_future, result.place, {decision.number, to_string(decision.date)});
    check_acknowledgements(result.acknowledgements, today, diagnostics);
    for (const model::Award& award : result.awards) check_acknowledgements(award.acknowledgements, today, diagnostics);
    check_corrections(result.corrections, today, diagnostics);
  }
  for (const model::ScoreTable& table : campaign.scores) check_corrections(table.corrections, today, diagnostics);
}

}  // namespace

void dated_in_future(const model::Site& site, model::Moment now, Diagnostics& diagnostics) {
  const std::chrono::sys_days today(std::chrono::floor<std::chrono::days>(now).time_since_epoch());
  const auto check_all = [&](const auto& articles) {
    for (const model::Article& article : articles) {
      check(article.date, article.file, today, diagnostics);
      check(article.updated, article.file, today, diagnostics);
    }
  };
  check_all(site.practices);
  check_all(site.exemplars);
  check_all(site.news);
  check_all(site.pages);
  for (const model::Practice& practice : site.practices) check(practice.verified, practice.file, today, diagnostics);
  for (const model::Campaign& campaign : site.campaigns) {
    check(campaign.updated, campaign.file, today, diagnostics);
    check_records(campaign, today, diagnostics);
  }
}

}  // namespace thidua::rules
