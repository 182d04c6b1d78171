#include "data/calendar/calendars.hpp"

#include "data/small_material.hpp"

using namespace thidua;
using testing::date;
using testing::holds;
using testing::SmallMaterial;

namespace {

std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ")) text.erase(at, 3);
  return text;
}

/// All calendars, without the folding of their lines.
std::map<std::string, std::string> calendars(SmallMaterial& site) {
  auto out = site.files(data::make_calendars);
  for (auto& [path, bytes] : out) bytes = unfolded(bytes);
  return out;
}

}  // namespace

TEST_CASE_FIXTURE(SmallMaterial, "data::make_calendars: of all, of the campaign, and of who has to act") {
  add_milestone("van-phong", {kOffice, kWard}, "2025-04-01");
  const auto files = calendars(*this);
  REQUIRE(files.size() == 5);
  const auto events = [](const std::string& calendar) { return calendar.substr(calendar.find("BEGIN:VEVENT")); };
  CHECK(events(files.at("lich/tat-ca.ics")) == events(files.at("lich/thu.ics")));
  CHECK(holds(files.at("lich/don-vi/x/khoi.ics"), "UID:thu.bao-cao@h\r\n"));
  CHECK_FALSE(holds(files.at("lich/don-vi/x/khoi.ics"), "UID:thu.van-phong@h\r\n"));
  // A unit that is named has the deadlines of its block too.
  CHECK(holds(files.at("lich/don-vi/x/phuong.ics"), "UID:thu.bao-cao@h\r\n"));
  CHECK(holds(files.at("lich/don-vi/x/phuong.ics"), "UID:thu.van-phong@h\r\n"));
  CHECK_FALSE(holds(files.at("lich/don-vi/x/van-phong.ics"), "UID:thu.bao-cao@h\r\n"));
}

TEST_CASE_FIXTURE(SmallMaterial,
                  "data::make_calendars: without a day there is no calendar, which would be no calendar") {
  plan().milestones.front().when = {};
  CHECK(calendars(*this).empty());
}

TEST_CASE_FIXTURE(SmallMaterial, "data::make_calendars: a date that moves keeps its UID and raises SEQUENCE") {
  const std::string before = calendars(*this).at("lich/thu.ics");
  CHECK(holds(before, "SEQUENCE:0\r\n"));
  model::Milestone& moved = plan().milestones.front();
  moved.when.dates = {{date("2026-01-10"), std::nullopt}};
  moved.revisions = {{date("2025-03-15"), date("2025-02-01"), std::nullopt, {{}, "Công văn số 12/UBND"}, {}}};
  const std::string after = calendars(*this).at("lich/thu.ics");
  CHECK(holds(after, "UID:thu.bao-cao@h\r\n"));
  CHECK(holds(after, "DTSTART;VALUE=DATE:20260110\r\n"));
  CHECK(holds(after, "SEQUENCE:1\r\n"));
  CHECK(holds(after, "ngày 15 tháng 3 năm 2025"));
  CHECK(holds(after, "Công văn số 12/UBND"));
}

TEST_CASE_FIXTURE(SmallMaterial, "data::make_calendars: a deadline that goes stays as cancelled, with the document") {
  plan().milestones.front().withdrawn = {date("2025-02-01"), {{}, "Công văn số 13/UBND"}, {}};
  const std::string out = calendars(*this).at("lich/don-vi/x/khoi.ics");
  CHECK(holds(out, "STATUS:CANCELLED\r\n"));
  CHECK(holds(out, "SEQUENCE:1\r\n"));
  CHECK(holds(out, "Công văn số 13/UBND"));
  CHECK(holds(out, "SUMMARY:Đã hủy: "));
}

TEST_CASE_FIXTURE(SmallMaterial, "data::make_calendars: the plan's words, the way to the page, and no clock") {
  const auto files = calendars(*this);
  const std::string& out = files.at("lich/thu.ics");
  CHECK(holds(out, "DTSTAMP:20250101T000000Z\r\n"));
  CHECK(holds(out, "SUMMARY:Gửi báo cáo – Trước ngày 15 tháng 3 năm 2025\r\n"));
  CHECK(holds(out, "URL:https://h/phong-trao/thu/thoi-han/\r\n"));
  CHECK_FALSE(holds(out, "[Minh họa]"));
  CHECK(calendars(*this) == files);
}

TEST_CASE_FIXTURE(SmallMaterial, "data::make_calendars: invented deadlines say so in their title") {
  plan().illustrative = true;
  CHECK(holds(calendars(*this).at("lich/thu.ics"), "SUMMARY:[Minh họa] Gửi báo cáo"));
}
