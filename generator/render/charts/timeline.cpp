#include "render/charts/timeline.hpp"

#include <algorithm>
#include <chrono>

#include "model/schedule/occurrence.hpp"
#include "render/charts/axis.hpp"

namespace thidua::render {
namespace {

// Tenths of a letter's size, from the top.
constexpr int kBase = 46, kYearText = 60, kHeight = 65, kStack = 9, kMarks = 5;

/// A day of a milestone, as later documents have it, and how it is written.
struct Dated {
  const model::Milestone* milestone;
  model::Date written;
  std::chrono::sys_days day;
};

/// Of a period its end. What was withdrawn is no date any more.
std::vector<Dated> dates_of(const model::Campaign& campaign) {
  std::vector<Dated> out;
  for (const model::Milestone& milestone : campaign.milestones) {
    for (const model::Occurrence& one : model::occurrences(milestone)) {
      if (one.cancelled) continue;
      const model::When& when = *one.when;
      out.push_back({&milestone, one.due ? *one.due : when.to ? *when.to : *when.from, one.last});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Dated& a, const Dated& b) { return a.day < b.day; });
  return out;
}

/// The days since the first of January of `year`.
double days_since(int year, std::chrono::sys_days day) {
  return static_cast<double>((day - model::Date{.year = year}.first_day()).count());
}

/// Whole years as stretches of equal length, each with its number.
View years_view(const Axis& axis, int first, int last) {
  View out = list();
  for (int year = first; year <= last; ++year) {
    const double from = axis.at(year - first), to = axis.at(year - first + 1);
    append(out, object("year", std::to_string(year), "x", percent(from), "middle", percent((from + to) / 2)));
  }
  return out;
}

}  // namespace

View timeline(const CampaignContext& c) {
  const std::vector<Dated> dates = dates_of(c.campaign);
  if (dates.size() < 2) return false;
  const int first = std::min(c.campaign.period.range.from.year, dates.front().written.year);
  const int last = std::max(c.campaign.period.range.to.year, dates.back().written.year);
  const Axis years(last - first + 1, 100);
  const Axis days(days_since(first, model::Date{.year = last}.last_day()) + 1, 100);
  View marks = list();
  double before = -100;
  int stacked = 0;
  for (const Dated& dated : dates) {
    const double x = std::clamp(days.at(days_since(first, dated.day)), 1.5, 98.5);
    stacked = x - before < 2.5 ? (stacked + 1) % kMarks : 0;  // marks that would cover each other stand on each other
    before = x;
    append(marks, object("x", percent(x), "y", letters(kBase - kStack - stacked * kStack), "text",
                         c.words.date(dated.written) + ": " + dated.milestone->name));
  }
  const std::string description = c.words.fill("chart.timeline_about", {{"count", std::to_string(dates.size())},
                                                                        {"first", c.words.date(dates.front().written)},
                                                                        {"last", c.words.date(dates.back().written)}});
  return object("id", "dong-thoi-gian", "description", description, "height", letters(kHeight), "base", letters(kBase),
                "year_y", letters(kYearText), "years", years_view(years, first, last), "marks", std::move(marks));
}

}  // namespace thidua::render
