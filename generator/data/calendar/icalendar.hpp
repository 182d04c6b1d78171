// The form of iCalendar (RFC 5545): its texts, its lines, and the properties that each of our events has.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::data {

/// How many octets a line may have before its end (RFC 5545, 3.1).
inline constexpr std::size_t kLineOctets = 75;

/// A text as a property's value takes it: backslash, semicolon, comma and line end written with a backslash.
std::string ical_text(std::string_view text);

/// Appends a line with CR and LF, in pieces of at most kLineOctets that never cut a letter of UTF-8; all but the first
/// begin with a space, which counts.
void append_ical_line(std::string& out, std::string_view line);

/// An event over whole days.
struct DayEvent {
  std::string uid;
  std::chrono::sys_days stamp;        ///< when it was last changed
  std::chrono::sys_days first, last;  ///< both are part of it
  std::string summary, description, url;
  std::vector<std::string> categories;
  int sequence = 0;
  bool cancelled = false;
};

/// As a VEVENT, with alarms 7 days and 1 day before its last day, unless it is cancelled.
std::string to_ical(const DayEvent& event);

/// A whole calendar of events that are VEVENTs; a calendar without any is none.
struct IcalCalendar {
  std::string name, description, url;  ///< url: its own
  std::vector<std::string_view> events;
};
std::string to_ical(const IcalCalendar& calendar);

/// 20250315
std::string ical_day(std::chrono::sys_days day);

}  // namespace thidua::data
