// Input that is meant to hurt ends with a diagnostic, soon and without filling the memory.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <chrono>
#include <string>

#include "content/content_folder.hpp"
#include "content/limits.hpp"

extern "C" void __asan_init() __attribute__((weak));  // there in programs that carry the address sanitizer

using namespace thidua;
using namespace thidua::content;

namespace {

constexpr double kMaxSeconds = 5;
constexpr long kMaxKilobytes = 500 * 1024;

const std::string kHead = "---\ntitle: T\nsummary: S\ndate: 2024-01-31\n";

/// The findings; fails where they took too long or too much.
Lines endured(ContentFolder& folder) {
  const auto start = std::chrono::steady_clock::now();
  const Lines found = folder.problems();
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
  CHECK(passed.count() < kMaxSeconds);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  if (__asan_init == nullptr) CHECK(used.ru_maxrss < kMaxKilobytes);  // the sanitizers take memory of their own
  return found;
}

std::string repeated(const std::string& text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("content::read_content: a file of 50 MB of any kind is too large") {
  ContentFolder folder;
  folder.site();
  const std::vector<std::string> paths = {"content/media/a.jpg", "content/news/a.md", "content/units/a.json"};
  Lines want;
  for (const std::string& path : paths) {
    folder.file(path, "{");
    std::filesystem::resize_file(folder.at(path), 50 * kMegabyte);
    want.push_back(path + " file-too-large");
  }
  CHECK(endured(folder) == want);
}

TEST_CASE("content::read_content: a million brackets are nested too deep") {
  ContentFolder folder;
  const std::string brackets(1'000'000, '[');
  folder.site().file("content/units/a.json", brackets).file("content/units/b.json", repeated("{\"a\":", 1'000'000));
  folder.file("content/news/a.md", "---\na: " + std::string(60'000, '[') + "\n---\n");
  folder.file("content/news/b.md", "---\na: " + brackets + "\n---\n")
      .file("content/news/c.md", repeated("{\"a\":", 500'000));
  folder.file("content/news/d.md", "---\n" + repeated("- ", 30'000) + "\n---\n");
  folder.file("content/news/e.md", "---\na: " + repeated("{a: ", 15'000) + "\n---\n");
  CHECK(endured(folder) ==
        Lines{"content/news/a.md nesting-too-deep 2:67", "content/news/b.md front-matter-too-large 1:1",
              "content/news/c.md nesting-too-deep 1:321", "content/news/d.md nesting-too-deep 2:129",
              "content/news/e.md nesting-too-deep 2:256", "content/units/a.json nesting-too-deep 1:65",
              "content/units/b.json nesting-too-deep 1:321"});
}

TEST_CASE("content::read_content: aliases that multiply are refused at the first anchor") {
  ContentFolder folder;
  std::string bomb = kHead + "a: &a [x, x]\n";
  for (char c = 'b'; c <= 'z'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [*" + before + ", *" + before + ", *" + before + "]\n";
  }
  folder.site().file("content/news/a.md", bomb + "---\n");
  CHECK(endured(folder) == Lines{"content/news/a.md yaml-alias 5:4"});
}

TEST_CASE("content::read_content: a million keys, values or mistakes end at the limit") {
  ContentFolder folder;
  std::string keys = "{", repeats = "{", wrong = R"({"locality": {"name": "a", "level": "district"}, "units": [7)";
  for (int i = 0; i < 1'000'000 && keys.size() < 8'000'000; ++i) keys += "\"" + std::to_string(i) + "\":1,\n";
  for (int i = 0; i < 150'000; ++i) {
    repeats += "\"a\":1,";
    wrong += ",7";
  }
  folder.site().file("content/units/a.json", keys + "\"x\":1}").file("content/units/b.json", repeats + "\"x\":1}");
  folder.file("content/units/c.json", wrong + "]}")
      .file("content/units/d.json", "[" + repeated("[],\n", 1'000'000) + "0]");
  folder.file("content/news/a.md", kHead + repeated("a: 1\n", 12'000) + "---\n");
  const Lines found = endured(folder);
  for (const char* file : {"content/units/b.json", "content/units/c.json", "content/news/a.md"}) {
    CHECK(std::count(found.begin(), found.end(), std::string(file) + " too-many-findings") == 1);
  }
  for (const char* line :
       {"content/units/a.json too-many-values 200000:10", "content/units/d.json too-many-values 200000:1"}) {
    CHECK_MESSAGE(std::count(found.begin(), found.end(), line) == 1, line);
  }
}

TEST_CASE("content::read_content: unknown keys in great number end at the limit") {
  ContentFolder folder;
  std::string keys = "{";
  for (int i = 0; i < 150'000; ++i) keys += "\"unit" + std::to_string(i) + "\":1,";
  folder.site().file("content/units/a.json", keys + "\"x\":1}");
  const Lines found = endured(folder);
  CHECK(found.size() == kMaxFindings + 1);
  CHECK(found.front() == "content/units/a.json too-many-findings");
}

TEST_CASE("content::read_content: a folder with 10,000 files of rubbish is reported file by file") {
  ContentFolder folder;
  folder.site();
  for (int i = 0; i < 10'000; ++i) {
    folder.file("content/news/" + std::to_string(i) + ".md", "---\n\x01\xFF[{:\n" + std::to_string(i));
  }
  CHECK(endured(folder).size() == 10'000);
}

TEST_CASE("content::read_content: front matter of 10 MB and lines of a million characters end with a diagnostic") {
  ContentFolder folder;
  const std::string line(1'000'000, 'x');
  folder.site().file("content/news/a.md", kHead + repeated("# comment\n", 1'000'000) + "---\n");
  folder.file("content/news/b.md", kHead + repeated("# comment\n", 300'000) + "---\n");
  folder.file("content/news/c.md", kHead + "a: " + line + "\n---\n").file("content/news/d.md", kHead + "---\n" + line);
  folder.file("content/units/a.json", "{\"" + line + "\": 1}")
      .file("content/units/b.json", "[" + std::string(1'000'000, '1') + "]");
  folder.file("content/units/c.json", "[\"" + line + "\"]").file("content/units/d.json", std::string(1'000'000, ' '));
  folder.file("content/units/e.json", "\"" + repeated("\\", 999'999));
  const Lines found = endured(folder);
  CHECK(found == Lines{"content/news/a.md file-too-large", "content/news/b.md front-matter-too-large 1:1",
                       "content/news/c.md front-matter-too-large 1:1", "content/units/a.json string-too-long 1:2",
                       "content/units/b.json number-out-of-range 1:2", "content/units/c.json string-too-long 1:2",
                       "content/units/d.json json-unexpected-end 1:1", "content/units/e.json json-open-string 1:1"});
}

TEST_CASE("content::read_content: YAML that makes the parser look far ahead is read in time") {
  ContentFolder folder;
  folder.site();
  const std::vector<std::string> heads = {repeated("[", 60) + repeated("a: ", 20'000),
                                          repeated("? ", 30'000),
                                          repeated("a:\n ", 15'000),
                                          "a: \"" + repeated("\n", 60'000),
                                          repeated("{a,", 20'000),
                                          repeated("\"a\" ", 15'000),
                                          repeated("- - - - -\n", 6'000),
                                          repeated("%YAML 1.2\n", 6'000),
                                          repeated("!!", 30'000),
                                          repeated("&a ", 20'000),
                                          "a: |" + repeated("\n  x", 15'000),
                                          repeated("'", 60'001),
                                          repeated(":", 60'000),
                                          "a: >" + repeated("\n\n", 30'000),
                                          repeated("#", 60'000),
                                          repeated("a: b: ", 10'000)};
  for (std::size_t i = 0; i < heads.size(); ++i) {
    folder.file("content/pages/p-" + std::to_string(i) + ".md", "---\n" + heads[i] + "\n---\n");
  }
  const Lines found = endured(folder);
  CHECK(found.size() >= heads.size());
}
