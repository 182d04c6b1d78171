#include "content/read_text.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <string>

#include "content/findings.hpp"
#include "content/limits.hpp"

using namespace thidua;
using namespace thidua::content;

namespace {

Lines problems(const std::string& bytes) {
  Diagnostics diagnostics;
  const bool read = clean_text(bytes, "a.md", diagnostics).has_value();
  CHECK(read == !diagnostics.has_errors());
  return findings(diagnostics);
}

std::string cleaned(const std::string& bytes) {
  Diagnostics diagnostics;
  const std::optional<CleanText> clean = clean_text(bytes, "a.md", diagnostics);
  REQUIRE(clean);
  return clean->text;
}

}  // namespace

TEST_CASE("content::clean_text: drops the byte order mark and unifies line ends") {
  CHECK(cleaned("\xEF\xBB\xBF"
                "đ") == "đ");
  CHECK(cleaned("a\r\nb\rc\n\r\n\r") == "a\nb\nc\n\n\n");
  CHECK(cleaned("\r\n") == "\n");
  CHECK(cleaned("") == "");
}

TEST_CASE("content::clean_text: reports the first byte that is no UTF-8") {
  Diagnostics diagnostics;
  CHECK_FALSE(clean_text("đ\r\nđđ\xE9t\xE9", "a.md", diagnostics));
  CHECK(findings(diagnostics) == Lines{"invalid-utf8 2:3"});
  CHECK(diagnostics.sorted()[0].args == std::vector<std::string>{"E9"});
  CHECK(problems("\xFF\xFE"
                 "a") == Lines{"invalid-utf8 1:1"});
}

TEST_CASE("content::clean_text: reports control characters") {
  CHECK(problems(std::string("a\nđ\0b", 6)) == Lines{"control-character 2:2"});
  CHECK(problems("a\x0C") == Lines{"control-character 1:2"});
  CHECK(problems("a\tb\n") == Lines{});
}

TEST_CASE("content::clean_text: warns once of text that is not composed, and leaves it") {
  const std::string text = "đúng\nho\u0061\u0300 e\u0301\n";
  Diagnostics diagnostics;
  const std::optional<CleanText> clean = clean_text(text, "a.md", diagnostics);
  REQUIRE(clean);
  CHECK(clean->text == text);
  CHECK_FALSE(clean->composed);
  CHECK(findings(diagnostics) == Lines{"not-nfc 2:3"});
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("content::report_failure: tells a file too large from one that cannot be read") {
  Diagnostics large, unreadable;
  report_failure({"read", "x", EFBIG}, kMaxDataFile, "a.json", large);
  CHECK(first_message(large) == "this file is larger than 8 MB");
  report_failure({"read", "x", EACCES}, kMaxDataFile, "a.json", unreadable);
  CHECK(findings(unreadable) == Lines{"file-unreadable"});
  CHECK(first_message(unreadable).find("Permission denied") != std::string::npos);
}
