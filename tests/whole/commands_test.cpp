// The commands as a user meets them: exit codes, help, languages, drafts, building again.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>

#include "outside/program.hpp"
#include "outside/small_root.hpp"

namespace {

using namespace thidua::testing;
namespace fs = std::filesystem;

Run run_in(const SmallRoot& root, std::vector<std::string> args) { return run_program({std::move(args), root.path()}); }

void build(const SmallRoot& root, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"build", "--today", "2025-12-31"});
  const Run run = run_in(root, more);
  REQUIRE_MESSAGE(run.exit_code == 0, run.err);
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The time and the identity of every file, by path.
std::map<std::string, std::pair<fs::file_time_type, std::string>> identities(const fs::path& folder) {
  std::map<std::string, std::pair<fs::file_time_type, std::string>> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    struct stat status {};
    REQUIRE(::stat(entry.path().c_str(), &status) == 0);
    out[entry.path().lexically_relative(folder)] = {entry.last_write_time(), std::to_string(status.st_ino)};
  }
  return out;
}

}  // namespace

TEST_CASE("whole: exit codes are 0 for fine, 1 for content, 2 for the command line, 3 for the environment") {
  const SmallRoot root;
  CHECK(run_in(root, {"check", "--today", "2025-12-31"}).exit_code == 0);
  for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{{},
                                                                                     {"bild"},
                                                                                     {"build", "--outptu", "x"},
                                                                                     {"build", "--jobs", "0"},
                                                                                     {"build", "--today", "2025-02-31"},
                                                                                     {"build", "--root", "nowhere"},
                                                                                     {"build", "--theme", "../x"},
                                                                                     {"build", "--base-url", "ftp://x"},
                                                                                     {"check", "--format", "xml"},
                                                                                     {"check", "--lang", "fr"}}) {
    const Run run = run_in(root, wrong);
    CAPTURE(wrong.size());
    CHECK(run.exit_code == 2);
    CHECK(run.err != "");
    CHECK(run.out == "");
  }
  put(root / "public/mine.txt", "x");
  CHECK(run_in(root, {"build"}).exit_code == 3);
  put(root / "content/site.json", "{");
  CHECK(run_in(root, {"check"}).exit_code == 1);
}

TEST_CASE("whole: help and version go to standard output, in both languages") {
  const SmallRoot root;
  const Run version = run_in(root, {"--version"});
  CHECK(version.exit_code == 0);
  CHECK(version.out.starts_with("thidua "));
  const Run english = run_in(root, {"--help"});
  const Run vietnamese = run_program({{"--help"}, root.path(), {"LC_ALL=vi_VN.UTF-8"}});
  CHECK(english.exit_code == 0);
  CHECK(contains(english.out, "build the site"));
  CHECK(vietnamese.exit_code == 0);
  CHECK(contains(vietnamese.out, "dựng trang"));
  CHECK(contains(run_in(root, {"build", "--help"}).out, "--output"));
  CHECK(contains(run_in(root, {"build", "--lang", "vi", "--help"}).out, "thư mục"));
}

TEST_CASE("whole: drafts stay out, and come in with --drafts") {
  const SmallRoot root;
  put(root / "content/news/nhap.md",
      "---\ntitle: Bản nháp\nsummary: Chưa xong.\ndate: 2025-04-01\ndraft: true\n---\nx\n");
  build(root);
  CHECK_FALSE(fs::exists(root / "public/tin-tuc/nhap"));
  CHECK_FALSE(contains(bytes_of(root / "public/tin-tuc/index.html"), "Bản nháp"));
  build(root, {"--drafts"});
  CHECK(fs::exists(root / "public/tin-tuc/nhap/index.html"));
  CHECK(contains(bytes_of(root / "public/tin-tuc/index.html"), "Bản nháp"));
}

TEST_CASE("whole: a second build writes nothing, and no file changes its identity or its time") {
  const SmallRoot root;
  build(root);
  const auto before = identities(root / "public");
  const Run second = run_in(root, {"build", "--today", "2025-12-31"});
  CHECK(contains(second.out, " 0 written"));
  CHECK(contains(second.out, " 0 removed"));
  const bool same = identities(root / "public") == before;
  CHECK(same);
}

TEST_CASE("whole: what is no longer in the content is no longer in the output") {
  const SmallRoot root;
  build(root);
  REQUIRE(fs::exists(root / "public/tin-tuc/khai-mac/index.html"));
  fs::remove(root / "content/news/khai-mac.md");
  build(root);
  CHECK_FALSE(fs::exists(root / "public/tin-tuc/khai-mac"));
}

TEST_CASE("whole: content with errors leaves the published site as it is") {
  const SmallRoot root;
  build(root);
  const Snapshot before = snapshot(root / "public");
  put(root / "content/news/khai-mac.md", "---\ntitle: Khác\n---\n");
  CHECK(run_in(root, {"build"}).exit_code == 1);
  const bool same = snapshot(root / "public") == before;
  CHECK(same);
}
