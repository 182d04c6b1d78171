#include "content/walk.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>
#include <memory>
#include <string>
#include <vector>

#include "content/content_folder.hpp"
#include "content/limits.hpp"

using namespace thidua;
using namespace thidua::content;

namespace {

/// A disk that holds nothing but a content folder with so many files in news/.
class CrowdedDisk : public base::Disk {
 public:
  explicit CrowdedDisk(std::size_t files) : files_(files) {}

  base::Result<base::Entry> status(const std::string& path) const override {
    return base::fail("status", path, ENOENT);
  }
  base::Result<std::vector<base::Entry>> list(const std::string& folder) const override {
    if (!folder.ends_with("news")) return std::vector<base::Entry>{{"news", base::EntryKind::directory}};
    std::vector<base::Entry> entries;
    for (std::size_t i = 0; i < files_; ++i) entries.push_back({std::to_string(i) + ".md", base::EntryKind::file});
    return entries;
  }
  base::Result<std::string> read(const std::string& path, std::uint64_t) const override {
    return base::fail("read", path, ENOENT);
  }
  base::Result<std::string> real_path(const std::string& path) const override { return path; }

  base::Done make_folder(const std::string& path) override { return base::fail("make", path, EROFS); }
  base::Done write_new(const std::string& path, std::string_view) override { return base::fail("write", path, EROFS); }
  base::Done link(const std::string& path, const std::string&) override { return base::fail("link", path, EROFS); }
  base::Done rename(const std::string& path, const std::string&) override { return base::fail("rename", path, EROFS); }
  base::Done replace(const std::string& path, const std::string&) override { return base::fail("rename", path, EROFS); }
  base::Done exchange(const std::string& path, const std::string&) override { return base::fail("swap", path, EROFS); }
  base::Done remove_file(const std::string& path) override { return base::fail("remove", path, EROFS); }
  base::Done remove_folder(const std::string& path) override { return base::fail("remove", path, EROFS); }
  base::Done sync(const std::string& path) override { return base::fail("sync", path, EROFS); }
  base::Result<std::unique_ptr<base::Lock>> lock(const std::string& path) override {
    return base::fail("lock", path, EROFS);
  }

 private:
  std::size_t files_;
};

}  // namespace

TEST_CASE("content::walk: stops at too many files, and then calls none missing") {
  Diagnostics crowded, full;
  CHECK(walk(CrowdedDisk(kMaxEntries), "r", crowded).files.empty());
  CHECK(findings_with_files(crowded) == Lines{"content too-many-entries"});
  CHECK(walk(CrowdedDisk(kMaxEntries - 1), "r", full).files.size() == kMaxEntries - 1);
  CHECK(findings_with_files(full) == Lines{"content file-missing"});
}

TEST_CASE("content::walk: reports a missing content folder and missing files at their folder") {
  ContentFolder none;
  CHECK(none.problems() == Lines{"content content-missing"});
  ContentFolder empty;
  empty.folder("content/campaigns/a");
  CHECK(empty.problems() ==
        Lines{"content file-missing", "content/campaigns/a file-missing", "content/campaigns/a file-missing"});
  CHECK(empty.read().unusable == Lines{"campaigns/a"});
}

TEST_CASE("content::walk: warns of what has no place, saying what has") {
  ContentFolder folder;
  folder.site().file("content/notes.txt", "").folder("content/drafts").file("content/units/a.yaml", "");
  folder.file("content/campaigns/list.json", "").file("content/practices/sub/a.md", "").file("content/README.md", "");
  folder.file("content/news/.DS_Store", "").file("content/pages/.gitkeep", "");
  CHECK(folder.problems() == Lines{"content/campaigns/list.json unknown-entry", "content/drafts unknown-entry",
                                   "content/notes.txt unknown-entry", "content/practices/sub unknown-entry",
                                   "content/units/a.yaml unknown-entry"});
  CHECK_FALSE(folder.diagnostics.has_errors());
  CHECK(hint(folder.diagnostics.sorted()[4], Language::english) == "what this folder may hold: <locality>.json");
}

TEST_CASE("content::walk: reports names that cannot be part of an address") {
  ContentFolder folder;
  folder.site()
      .file("content/news/Cải cách.md", "")
      .file("content/pages/con.md", "")
      .file("content/pages/index.md", "");
  folder.folder("content/campaigns/Phong trào");
  CHECK(folder.problems() == Lines{"content/campaigns/Phong trào bad-name", "content/news/Cải cách.md bad-name",
                                   "content/pages/con.md reserved-name", "content/pages/index.md reserved-name"});
  CHECK(first_hint(folder.diagnostics).find("`phong-trao`") != std::string::npos);
  CHECK(folder.read().unusable == Lines{"campaigns/Phong trào", "news/Cải cách", "pages/con", "pages/index"});
}

TEST_CASE("content::walk: wants scores named after their year") {
  ContentFolder folder;
  folder.site().file("content/campaigns/a/campaign.json", "{}").file("content/campaigns/a/plan.md", "");
  folder.file("content/campaigns/a/scores/nam-2024.json", "{}");
  folder.read();
  const Lines found = findings_with_files(folder.diagnostics);
  CHECK(std::count(found.begin(), found.end(), "content/campaigns/a/scores/nam-2024.json bad-year-name") == 1);
}

TEST_CASE("content::walk: lists media with their sizes and refuses bad names, endings and sizes") {
  ContentFolder folder;
  folder.site().file("content/media/2024/a.jpg", "12345").file("content/media/b.PDF", "1");
  folder.file("content/media/ảnh.jpg", "").file("content/media/x.svg", "").file("content/media/.htaccess", "");
  folder.file("content/media/c.zip", "");
  std::filesystem::resize_file(folder.at("content/media/c.zip"), kMaxMediaFile + 1);
  const Sources sources = folder.read();
  REQUIRE(sources.media.size() == 2);
  CHECK(sources.media[0].path == "content/media/2024/a.jpg");
  CHECK(sources.media[0].name == "2024/a.jpg");
  CHECK(sources.media[0].size == 5);
  CHECK(sources.media[1].name == "b.PDF");
  CHECK(findings_with_files(folder.diagnostics) ==
        Lines{"content/media/.htaccess bad-media-name", "content/media/c.zip file-too-large",
              "content/media/x.svg media-ending", "content/media/ảnh.jpg bad-media-name"});
  CHECK(sources.unusable == Lines{"media/.htaccess", "media/c.zip", "media/x.svg", "media/ảnh.jpg"});
}

TEST_CASE("content::walk: refuses two media names that differ only in case, naming both") {
  ContentFolder folder;
  folder.site().file("content/media/Anh.jpg", "").file("content/media/anh.jpg", "");
  folder.file("content/media/A/x.jpg", "").file("content/media/a/x.jpg", "").file("content/media/b/anh.jpg", "");
  CHECK(folder.problems() == Lines{"content/media/a media-case", "content/media/anh.jpg media-case"});
  CHECK(folder.diagnostics.sorted()[1].args == std::vector<std::string>{"Anh.jpg", "anh.jpg"});
}

TEST_CASE("content::walk: limits how deep media folders are nested") {
  ContentFolder folder;
  std::string path = "content/media";
  for (std::size_t i = 0; i < kMaxMediaDepth; ++i) path += "/d";
  folder.site().file(path + "/a.jpg", "");
  CHECK(folder.problems() == Lines{});
  folder.file(path + "/d/a.jpg", "");
  CHECK(folder.problems() == Lines{path + "/d too-deep-folder"});
}

TEST_CASE("content::walk: follows links within the content") {
  ContentFolder folder;
  folder.site().file("content/news/a.md", "---\ntitle: a\nsummary: b\ndate: 2024-01-01\n---\n");
  folder.file("content/media/x/a.jpg", "1").link("content/media/y", "x").link("content/news/b.md", "a.md");
  const Sources sources = folder.read();
  CHECK(findings(folder.diagnostics) == Lines{});
  REQUIRE(sources.news.size() == 2);
  CHECK(sources.news[1].path == "content/news/b.md");
  CHECK(sources.news[1].id == "b");
  REQUIRE(sources.media.size() == 2);
  CHECK(sources.media[1].name == "y/a.jpg");
}

TEST_CASE("content::walk: refuses links that lead out of the content, to nothing, or in a circle") {
  ContentFolder folder;
  folder.site()
      .file("secret.txt", "x")
      .file("content-other/a.jpg", "x")
      .folder("content/media/sub")
      .folder("content/media/up");
  folder.link("content/media/a.jpg", "../../secret.txt").link("content/media/b.jpg", "missing.jpg");
  folder.link("content/media/c.jpg", "c.jpg")
      .link("content/media/sub/d", "..")
      .link("content/media/e.jpg", "/etc/passwd");
  folder.link("content/media/f", "../../content-other")
      .link("content/media/sub/g", "../up")
      .link("content/media/up/h", "../sub");
  folder.link("content/media/self", ".");
  CHECK(folder.problems() == Lines{"content/media/a.jpg link-outside", "content/media/b.jpg link-broken",
                                   "content/media/c.jpg link-cycle", "content/media/e.jpg link-outside",
                                   "content/media/f link-outside", "content/media/self link-cycle",
                                   "content/media/sub/d link-cycle", "content/media/sub/g/h link-cycle",
                                   "content/media/up/h/d link-cycle", "content/media/up/h/g link-cycle"});
}

TEST_CASE("content::walk: refuses what is neither file nor folder, without opening it") {
  ContentFolder folder;
  folder.site().folder("content/news");
  REQUIRE(::mkfifo(folder.at("content/news/a.md").c_str(), 0600) == 0);
  folder.link("content/news/b.md", "a.md");
  CHECK(folder.problems() == Lines{"content/news/a.md not-a-file", "content/news/b.md not-a-file"});
}

TEST_CASE("content::walk: a content folder that is itself a link is no link out of it") {
  ContentFolder folder;
  folder.file("elsewhere/media/a.jpg", "1").link("content", "elsewhere");
  folder.site();
  CHECK(folder.problems() == Lines{});
}

TEST_CASE("content::unusable_id: drops the folder and the ending") {
  CHECK(unusable_id("content/campaigns/x/scores/2024.json") == "campaigns/x/scores/2024");
  CHECK(unusable_id("content/practices/z.md") == "practices/z");
  CHECK(unusable_id("content/campaigns/x") == "campaigns/x");
  CHECK(unusable_id("content/media/a/b.jpg") == "media/a/b.jpg");
}
