// What readers may find by search: the pages that are to be seen, but for those that leave themselves out.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "outside/program.hpp"
#include "outside/small_root.hpp"

namespace {

using namespace thidua::testing;
namespace fs = std::filesystem;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void build(const SmallRoot& root, const std::string& today, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"build", "--today", today});
  const Run run = run_program({std::move(more), root.path()});
  REQUIRE_MESSAGE(run.exit_code == 0, run.err);
}

/// The files of the index, joined: all of it there is, in the order of their names.
std::string index_of(const SmallRoot& root) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(root / "public/tim-kiem")) {
    if (entry.is_regular_file()) files.emplace(entry.path().string(), bytes_of(entry.path()));
  }
  std::string out;
  for (const auto& [path, bytes] : files) out += bytes;
  return out;
}

/// The syllables of the index, between spaces.
std::string syllables_of(const SmallRoot& root) {
  for (const auto& entry : fs::recursive_directory_iterator(root / "public/tim-kiem")) {
    if (entry.path().filename() != "am-tiet.json") continue;
    const std::string json = bytes_of(entry.path());
    const std::string key = "\"syllables\":\"";
    const std::size_t begin = json.find(key) + key.size();
    return ' ' + json.substr(begin, json.find('"', begin) - begin) + ' ';
  }
  return "";
}

std::string news(const std::string& head, const std::string& text) {
  return "---\ntitle: Tin\nsummary: Tin\ndate: 2025-06-01\n" + head + "---\n" + text + "\n";
}

}  // namespace

TEST_CASE("whole: before its time, after it, and as a draft, no word of a text is in the index") {
  const SmallRoot root;
  put(root / "content/news/tin.md", news("publish_at: 2025-07-01T08:00\nexpire_at: 2025-08-01\n", "Qwv xkz"));
  put(root / "content/news/nhap.md", news("draft: true\n", "Jfw"));
  build(root, "2025-07-01T07:59");
  const std::string without = index_of(root);
  CHECK_FALSE(contains(syllables_of(root), " qwv "));
  CHECK_FALSE(contains(without, "tin-tuc/tin/"));
  build(root, "2025-07-01T08:00");
  CHECK(contains(syllables_of(root), " qwv "));
  CHECK(contains(syllables_of(root), " xkz "));
  CHECK(contains(index_of(root), "tin-tuc/tin/"));
  CHECK_FALSE(contains(syllables_of(root), " jfw "));
  build(root, "2025-08-01");
  CHECK(index_of(root) == without);
  build(root, "2025-08-01", {"--drafts"});
  CHECK(contains(syllables_of(root), " jfw "));
}

TEST_CASE("whole: an article may leave itself out of the index; it is published all the same") {
  const SmallRoot root;
  put(root / "content/news/tin.md", news("search: false\n", "Qwv"));
  put(root / "content/news/hai.md", news("search: true\n", "Xkz"));
  build(root, "2025-12-31");
  CHECK(contains(bytes_of(root / "public/tin-tuc/tin/index.html"), "Qwv"));
  CHECK_FALSE(contains(syllables_of(root), " qwv "));
  CHECK_FALSE(contains(index_of(root), "tin-tuc/tin/"));
  CHECK(contains(syllables_of(root), " xkz "));
}

TEST_CASE("whole: notes for the office are not in the index") {
  const SmallRoot root;
  put(root / "content/news/tin.md", news("internal: Qwv\n", "Xkz <!-- jfw -->"));
  build(root, "2025-12-31");
  CHECK(contains(syllables_of(root), " xkz "));
  CHECK_FALSE(contains(syllables_of(root), " qwv "));
}
