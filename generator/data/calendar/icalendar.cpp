#include "data/calendar/icalendar.hpp"

#include <algorithm>

namespace thidua::data {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int kAlarmDays[] = {7, 1};

void append_number(std::string& out, unsigned number, std::size_t digits) {
  const std::string text = std::to_string(number);
  out.append(digits - std::min(digits, text.size()), '0').append(text);
}

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// How much of the text fits into so many octets without cutting a letter.
std::size_t fitting(std::string_view text, std::size_t octets) {
  if (text.size() <= octets) return text.size();
  std::size_t end = octets;
  while (end > 0 && continues_letter(text[end])) --end;
  return end == 0 ? octets : end;  // no UTF-8: cut rather than never end
}

void append(std::string& out, std::string_view property, std::string_view value) {
  append_ical_line(out, std::string(property).append(value));
}

/// For a program, an event of one day begins on it and a period ends behind its last day; people count from the last
/// day in both cases.
void append_alarm(std::string& out, const DayEvent& event, int ahead) {
  const bool period = event.first != event.last;
  append(out, "BEGIN:", "VALARM");
  append(out, "ACTION:", "DISPLAY");
  append(out, "DESCRIPTION:", ical_text(event.summary));
  append(out, period ? "TRIGGER;RELATED=END:" : "TRIGGER:", "-P" + std::to_string(period ? ahead + 1 : ahead) + "D");
  append(out, "END:", "VALARM");
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ",") + ical_text(text);
  return out;
}

}  // namespace

std::string ical_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c != '\r') {
      if (c == '\\' || c == ';' || c == ',') out += '\\';
      out += c;
    }
  }
  return out;
}

void append_ical_line(std::string& out, std::string_view line) {
  std::size_t size = fitting(line, kLineOctets);
  out.append(line.substr(0, size)).append("\r\n");
  for (line.remove_prefix(size); !line.empty(); line.remove_prefix(size)) {
    size = fitting(line, kLineOctets - 1);
    out.append(" ").append(line.substr(0, size)).append("\r\n");
  }
}

std::string ical_day(sys_days day) {
  const std::chrono::year_month_day date(day);
  std::string out;
  append_number(out, static_cast<unsigned>(static_cast<int>(date.year())), 4);
  append_number(out, static_cast<unsigned>(date.month()), 2);
  append_number(out, static_cast<unsigned>(date.day()), 2);
  return out;
}

std::string to_ical(const DayEvent& event) {
  std::string out;
  append(out, "BEGIN:", "VEVENT");
  append(out, "UID:", ical_text(event.uid));
  append(out, "DTSTAMP:", ical_day(event.stamp) + "T000000Z");
  append(out, "DTSTART;VALUE=DATE:", ical_day(event.first));
  append(out, "DTEND;VALUE=DATE:", ical_day(event.last + days(1)));
  append(out, "SUMMARY:", ical_text(event.summary));
  append(out, "DESCRIPTION:", ical_text(event.description));
  append(out, "URL:", event.url);
  if (!event.categories.empty()) append(out, "CATEGORIES:", joined(event.categories));
  append(out, "SEQUENCE:", std::to_string(event.sequence));
  append(out, "STATUS:", event.cancelled ? "CANCELLED" : "CONFIRMED");
  append(out, "TRANSP:", "TRANSPARENT");
  for (const int ahead : kAlarmDays) {
    if (!event.cancelled) append_alarm(out, event, ahead);
  }
  append(out, "END:", "VEVENT");
  return out;
}

std::string to_ical(const IcalCalendar& calendar) {
  std::string out;
  append(out, "BEGIN:", "VCALENDAR");
  append(out, "VERSION:", "2.0");
  append(out, "PRODID:", "-//thidua//thidua//VI");
  append(out, "CALSCALE:", "GREGORIAN");
  append(out, "NAME:", ical_text(calendar.name));
  append(out, "X-WR-CALNAME:", ical_text(calendar.name));
  append(out, "DESCRIPTION:", ical_text(calendar.description));
  append(out, "SOURCE;VALUE=URI:", calendar.url);
  append(out, "REFRESH-INTERVAL;VALUE=DURATION:", "P1D");
  for (const std::string_view event : calendar.events) out += event;
  append(out, "END:", "VCALENDAR");
  return out;
}

}  // namespace thidua::data
