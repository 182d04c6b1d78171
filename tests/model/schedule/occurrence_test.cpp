#include "model/schedule/occurrence.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using model::Milestone;
using model::When;
using model::WhenKind;

namespace {

model::Date day(const char* text) { return model::parse_date(text).value(); }

When on(WhenKind is, const char* date) {
  When out;
  out.is = is;
  out.dates = {{day(date), std::nullopt}};
  return out;
}

When yearly(WhenKind is, const std::vector<std::pair<int, const char*>>& dates) {
  When out;
  out.is = is;
  for (const auto& [year, date] : dates) out.dates.push_back({day(date), year});
  return out;
}

Milestone milestone(When when) {
  Milestone out;
  out.id = "bao-cao";
  out.when = std::move(when);
  return out;
}

/// "2025: 2025-03-15 moved 1 cancelled; ": the year, first and last day, what became of it.
std::string said(const Milestone& milestone) {
  const auto text = [](std::chrono::sys_days d) {
    const std::chrono::year_month_day date(d);
    return model::to_string({.year = static_cast<int>(date.year()),
                             .month = static_cast<int>(static_cast<unsigned>(date.month())),
                             .day = static_cast<int>(static_cast<unsigned>(date.day())),
                             .precision = model::Precision::day});
  };
  std::string out;
  for (const model::Occurrence& one : occurrences(milestone)) {
    out += (one.for_year ? std::to_string(*one.for_year) : "once") + ": " + text(one.first);
    if (one.last != one.first) out += " to " + text(one.last);
    if (one.moved > 0) out += " moved " + std::to_string(one.moved);
    out += one.cancelled ? " cancelled; " : "; ";
  }
  return out;
}

}  // namespace

TEST_CASE("model::occurrences: a coarse date is its last day, or its first where it must be met before") {
  CHECK(said(milestone(on(WhenKind::before, "2025-03-15"))) == "once: 2025-03-15; ");
  CHECK(said(milestone(on(WhenKind::by, "2024-02"))) == "once: 2024-02-29; ");
  CHECK(said(milestone(on(WhenKind::within, "2025-Q4"))) == "once: 2025-12-31; ");
  CHECK(said(milestone(on(WhenKind::within, "2025"))) == "once: 2025-12-31; ");
  CHECK(said(milestone(on(WhenKind::before, "2025-Q4"))) == "once: 2025-10-01; ");
}

TEST_CASE("model::occurrences: a period has both ends; an open one the end that it has") {
  When period;
  period.is = WhenKind::from_to;
  period.from = day("2025-03");
  period.to = day("2025-04");
  CHECK(said(milestone(period)) == "once: 2025-03-01 to 2025-04-30; ");
  period.from.reset();
  CHECK(said(milestone(period)) == "once: 2025-04-30; ");
  period.from = day("2025-03");
  period.to.reset();
  CHECK(said(milestone(period)) == "once: 2025-03-01; ");
  period.from.reset();
  CHECK(said(milestone(period)).empty());
}

TEST_CASE("model::occurrences: a revision moves its own year only, or all where it names none") {
  Milestone m = milestone(yearly(WhenKind::by, {{2024, "2025-01-15"}, {2025, "2026-01-15"}}));
  m.revisions = {{day("2025-12-31"), day("2025-11-01"), 2025, {}, {}}};
  CHECK(said(m) == "2024: 2025-01-15; 2025: 2026-01-15 moved 1; ");
  m.revisions.push_back({day("2025-12-20"), day("2025-10-01"), std::nullopt, {}, {}});
  CHECK(said(m) == "2024: 2025-01-15 moved 1; 2025: 2026-01-15 moved 2; ");
}

TEST_CASE("model::occurrences: what is withdrawn is cancelled from that day on, and not before") {
  Milestone m = milestone(yearly(WhenKind::by, {{2024, "2024-12-15"}, {2025, "2025-12-15"}}));
  m.withdrawn = {day("2025-06-01"), {}, {}};
  CHECK(said(m) == "2024: 2024-12-15; 2025: 2025-12-15 moved 1 cancelled; ");
}

TEST_CASE("model::occurrences: a later document moves what falls after it holds") {
  Milestone m = milestone(yearly(WhenKind::by, {{2023, "2023-03-15"}, {2024, "2024-03-15"}, {2025, "2025-03-15"}}));
  m.changes = {{day("2024-01-01"), yearly(WhenKind::by, {{2023, "2023-03-31"}, {2024, "2024-03-31"}}), {}}};
  CHECK(said(m) == "2023: 2023-03-15; 2024: 2024-03-31 moved 1; 2025: 2025-03-15; ");
}

TEST_CASE("model::occurrences: two later documents that agree count once; one that gives no day cancels") {
  Milestone m = milestone(on(WhenKind::by, "2025-03-15"));
  m.changes = {{day("2025-01-01"), on(WhenKind::by, "2025-03-31"), {}},
               {day("2025-02-01"), on(WhenKind::by, "2025-03-31"), {}}};
  CHECK(said(m) == "once: 2025-03-31 moved 1; ");
  When open;
  open.is = WhenKind::delegated;
  m.changes.push_back({day("2025-02-15"), open, {}});
  CHECK(said(m) == "once: 2025-03-31 moved 2 cancelled; ");
  m.changes.push_back({day("2025-02-20"), on(WhenKind::by, "2025-05-01"), {}});
  CHECK(said(m) == "once: 2025-05-01 moved 3; ");
}

TEST_CASE("model::occurrences: a day that only a later document gives is new, not moved") {
  Milestone m = milestone({});
  CHECK(said(m).empty());
  m.changes = {{day("2025-01-01"), on(WhenKind::by, "2025-03-31"), {}}};
  CHECK(said(m) == "once: 2025-03-31; ");
}
