#include "render/views/schedule_view.hpp"

#include <doctest/doctest.h>

#include "render/theme_words.hpp"

using namespace thidua;
using namespace thidua::render;
using testing::item_of;
using testing::text_of;
using testing::ThemeWords;

namespace {

model::Date day(const char* text) { return model::parse_date(text).value(); }

model::When before(std::vector<model::DueDate> dates) {
  model::When when;
  when.is = model::WhenKind::before;
  when.dates = std::move(dates);
  return when;
}

/// Dossiers are due before 15 March of the next year, for 2023 and 2024.
struct Fixture : ThemeWords {
  model::Milestone milestone;

  Fixture() {
    milestone.id = "ho-so";
    milestone.kind = model::MilestoneKind::dossier;
    milestone.when = before({{day("2024-03-15"), 2023}, {day("2025-03-15"), 2024}});
  }

  void change(const char* from, const model::When& when) { milestone.changes.push_back({day(from), when, {}}); }

  /// "2023: 15/3/2024; …": of each entry the year it is for, its date or text, and what later documents made of it.
  std::string schedule() {
    Schedule schedule;
    schedule.add({site, campaign, words}, milestone);
    const View view = schedule.take();
    std::string out;
    for (const View& year : *view.get("years")->as_list()) {
      for (const View& entry : *year.get("dated")->as_list()) out += said(entry);
    }
    for (const View& entry : *view.get("undated")->as_list()) out += said(entry);
    return out;
  }

  /// The last day that still counts, of each entry with a date.
  std::string last_days() {
    Schedule schedule;
    schedule.add({site, campaign, words}, milestone);
    const View view = schedule.take();
    std::string out;
    for (const View& year : *view.get("years")->as_list()) {
      for (const View& entry : *year.get("dated")->as_list())
        out += entry.get("due")->is_false() ? "none; " : text_of(entry, "due") + "; ";
    }
    return out;
  }

  static std::string said(const View& entry) {
    const View& date = *entry.get("date");
    std::string out = text_of(entry, "for_year") + ": ";
    out += date.is_false() ? text_of(entry, "text") : text_of(date, "text");
    for (const View& change : *entry.get("changes")->as_list()) out += " > " + text_of(change, "text");
    return out + "; ";
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "render::Schedule: a document that moves one year says nothing of the others") {
  change("2024-02-01", before({{day("2025-03-31"), 2024}}));
  CHECK(schedule() ==
        "2023: ngày 15 tháng 3 năm 2024; 2024: ngày 15 tháng 3 năm 2025 > Trước ngày 31 tháng 3 năm 2025; ");
}

TEST_CASE_FIXTURE(Fixture, "render::Schedule: a document that gives no date for any year is about all of them") {
  change("2024-02-01", {});
  CHECK(schedule() ==
        "2023: ngày 15 tháng 3 năm 2024 > Kế hoạch không nêu thời hạn; 2024: ngày 15 tháng 3 năm 2025 > Kế hoạch không "
        "nêu thời hạn; ");
}

TEST_CASE_FIXTURE(Fixture, "render::Schedule: a year that only a later document dates has an entry of its own") {
  change("2024-02-01", before({{day("2026-03-31"), 2025}}));
  CHECK(schedule() ==
        "2023: ngày 15 tháng 3 năm 2024; 2024: ngày 15 tháng 3 năm 2025; 2025: Kế hoạch không nêu thời hạn > Trước "
        "ngày 31 tháng 3 năm 2026; ");
}

TEST_CASE_FIXTURE(Fixture, "render::Schedule: the days left are counted to the date in force, not to the plan's") {
  CHECK(last_days() == "2024-03-14; 2025-03-14; ");
  model::When later = before({{day("2025-03-31"), 2024}, {day("2026-03-31"), 2025}});
  later.is = model::WhenKind::by;
  change("2024-02-01", later);
  CHECK(last_days() == "2024-03-14; 2025-03-31; 2026-03-31; ");
  milestone.withdrawn = model::Withdrawal{day("2025-02-01"), {}, {}};
  CHECK(last_days() == "2024-03-14; none; none; ");
}
