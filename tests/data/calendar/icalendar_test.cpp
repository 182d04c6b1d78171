#include "data/calendar/icalendar.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::data;

namespace {

std::string folded(std::string_view line) {
  std::string out;
  append_ical_line(out, line);
  return out;
}

/// Undoes the folding, as RFC 5545 says: a line end and a space are nothing.
std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ")) text.erase(at, 3);
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t begin = 0, end = 0; (end = text.find("\r\n", begin)) != std::string::npos; begin = end + 2)
    out.push_back(text.substr(begin, end - begin));
  return out;
}

bool begins_within_letter(const std::string& line, std::size_t at) {
  return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

DayEvent sample() {
  const std::chrono::sys_days first = std::chrono::year(2024) / 2 / 29;
  return {
      .uid = "a.b.2024@h", .stamp = first, .first = first, .last = first, .summary = "Báo cáo", .url = "https://h/"};
}

}  // namespace

TEST_CASE("data::append_ical_line: 75 octets stand on one line, 76 on two") {
  CHECK(folded(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
  CHECK(folded(std::string(76, 'a')) == std::string(75, 'a') + "\r\n a\r\n");
  CHECK(folded("") == "\r\n");
}

TEST_CASE("data::append_ical_line: no letter is cut, wherever the line ends") {
  for (std::size_t before = 0; before < 80; ++before) {
    std::string text(before, 'x');
    for (int i = 0; i < 60; ++i) text += i % 3 == 0 ? "ữ" : i % 3 == 1 ? "đ" : "𠀀";
    const std::string out = folded(text);
    CHECK(unfolded(out) == text + "\r\n");
    const auto lines = lines_of(out);
    CHECK(lines.size() > 1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      CHECK(lines[i].size() <= kLineOctets);
      CHECK_FALSE(begins_within_letter(lines[i], i == 0 ? 0 : 1));
    }
  }
}

TEST_CASE("data::ical_text: what would end a value or a list is escaped") {
  CHECK(ical_text("a\\b;c,d\ne\r\nf:\"g\"") == "a\\\\b\\;c\\,d\\ne\\nf:\"g\"");
}

TEST_CASE("data::to_ical: a text cannot add a property to an event") {
  DayEvent event = sample();
  event.summary = "A\r\nSTATUS:CANCELLED\nEND:VEVENT";
  event.categories = {"a,b"};
  const std::string out = to_ical(event);
  CHECK(count_of(out, "\r\nEND:VEVENT\r\n") == 1);
  CHECK(count_of(out, "\r\nSTATUS:") == 1);
  CHECK(out.find("CATEGORIES:a\\,b\r\n") != std::string::npos);
}

TEST_CASE("data::to_ical: a day ends with the next one, with alarms a week and a day ahead") {
  const std::string out = to_ical(sample());
  CHECK(out.find("DTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\n") != std::string::npos);
  CHECK(out.find("TRIGGER:-P7D\r\n") != std::string::npos);
  CHECK(out.find("TRIGGER:-P1D\r\n") != std::string::npos);
  CHECK(out.find("SEQUENCE:0\r\nSTATUS:CONFIRMED\r\n") != std::string::npos);
}

TEST_CASE("data::to_ical: the alarms of a period count from its last day") {
  DayEvent event = sample();
  event.last += std::chrono::days(10);
  const std::string out = to_ical(event);
  CHECK(out.find("DTEND;VALUE=DATE:20240311\r\n") != std::string::npos);
  CHECK(out.find("TRIGGER;RELATED=END:-P8D\r\n") != std::string::npos);
  CHECK(out.find("TRIGGER;RELATED=END:-P2D\r\n") != std::string::npos);
}

TEST_CASE("data::to_ical: what is cancelled says so and rings no more") {
  DayEvent event = sample();
  event.cancelled = true;
  event.sequence = 3;
  const std::string out = to_ical(event);
  CHECK(out.find("SEQUENCE:3\r\nSTATUS:CANCELLED\r\n") != std::string::npos);
  CHECK(out.find("VALARM") == std::string::npos);
}
