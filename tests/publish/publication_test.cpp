#include "publish/publication.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "base/temporary_folder.hpp"
#include "publish/faulty_disk.hpp"
#include "publish/manifest.hpp"
#include "publish/small_site.hpp"

namespace thidua::publish {
namespace {

using namespace thidua::testing;
namespace fs = std::filesystem;

struct Identity {
  ino_t inode;
  long long seconds, nanoseconds;
  bool operator==(const Identity&) const = default;
};

Identity identity_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return {status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

/// An output folder with the old site in it.
struct Published {
  TemporaryFolder folder;
  std::string output = folder / "public";
  std::unique_ptr<base::Disk> disk = base::real_disk();

  Published() { REQUIRE(publish_all(*disk, output, old_site()).published); }
};

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  return names;
}

TEST_CASE("publish::Publication: a first build makes the output and the folders above it") {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  const std::string output = folder / "www/site/public";
  const Outcome outcome = publish_all(*disk, output + "/", old_site());
  REQUIRE(outcome.published);
  CHECK(outcome.codes().empty());
  for (const auto& [path, bytes] : old_site()) CHECK(bytes_of(base::join(output, path)) == bytes);
  CHECK(names_in(folder / "www/site") == std::vector<std::string>{"public"});
  CHECK(outcome.summary.files == 6);
  CHECK(outcome.summary.written == 6);
  CHECK(outcome.summary.unchanged == 0);
  CHECK(outcome.summary.removed == 0);
  CHECK(outcome.summary.bytes == 11 + 3 + 1 + 1 + 4 + 6);
}

TEST_CASE("publish::Publication: an empty folder, or one with empty folders, is taken") {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  fs::create_directories(folder / "public/empty/empty");
  REQUIRE(publish_all(*disk, folder / "public", old_site()).published);
  CHECK(!fs::exists(folder / "public/empty"));
}

TEST_CASE("publish::Publication: a path relative to the working directory will do") {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  const bool published = publish_all(*disk, "public", old_site()).published;
  const bool again = publish_all(*disk, "./public/", old_site()).published;
  fs::current_path(before);
  CHECK(published);
  CHECK(again);
  CHECK(bytes_of(folder / "public/index.html") == "<p>2024</p>");
  CHECK(names_in(folder.path()) == std::vector<std::string>{"public"});
}

TEST_CASE("publish::Publication: what changed is new, what did not keeps identity and time, what is gone vanishes") {
  const Published site;
  const Identity css = identity_of(site.output + "/css/site.css");
  const Identity index = identity_of(site.output + "/index.html");
  const Outcome outcome = publish_all(*site.disk, site.output, new_site());
  REQUIRE(outcome.published);
  CHECK(identity_of(site.output + "/css/site.css") == css);
  CHECK(identity_of(site.output + "/index.html") != index);
  CHECK(!fs::exists(site.output + "/phong-trao/b"));
  CHECK(outcome.summary.unchanged == 2);
  CHECK(outcome.summary.written == 4);
  CHECK(outcome.summary.removed == 3);  // b, and the two that traded places with folders
}

TEST_CASE("publish::Publication: the same site again changes no file, the manifest included") {
  const Published site;
  const Identity manifest = identity_of(site.output + "/.thidua-manifest.json");
  const Outcome outcome = publish_all(*site.disk, site.output, old_site());
  REQUIRE(outcome.published);
  CHECK(outcome.summary.unchanged == outcome.summary.files);
  CHECK(identity_of(site.output + "/.thidua-manifest.json") == manifest);
  struct stat status {};
  REQUIRE(::stat((site.output + "/index.html").c_str(), &status) == 0);
  CHECK(status.st_nlink == 1);
}

TEST_CASE("publish::Publication: a file that was edited in the output is written anew") {
  const Published site;
  put(site.output + "/index.html", "<p>1024</p>");  // as long as before
  put(site.output + "/css/site.css", "longer than before");
  fs::remove(site.output + "/phong-trao/a/index.html");
  const Outcome outcome = publish_all(*site.disk, site.output, old_site());
  REQUIRE(outcome.published);
  for (const auto& [path, bytes] : old_site()) CHECK(bytes_of(base::join(site.output, path)) == bytes);
  CHECK(outcome.summary.unchanged == 3);
}

TEST_CASE("publish::Publication: a file that visitors may no longer read is written anew") {
  const Published site;
  REQUIRE(::chmod((site.output + "/index.html").c_str(), 0600) == 0);
  REQUIRE(publish_all(*site.disk, site.output, old_site()).published);
  CHECK(mode_of(site.output + "/index.html") == 0644);
  CHECK(mode_of(site.output) == 0755);
  CHECK(mode_of(site.output + "/css") == 0755);
}

TEST_CASE("publish::Publication: a file that cannot get a second name is written") {
  const Published site;
  for (const int error : {EXDEV, EMLINK, EPERM}) {
    FaultyDisk faulty(*site.disk, {Accident::fails, 1, error, "link"});
    const Outcome outcome = publish_all(faulty, site.output, old_site());
    REQUIRE(outcome.published);
    CHECK(outcome.summary.written == 1);
    CHECK(outcome.summary.unchanged == 5);
    CHECK(bytes_of(site.output + "/css/site.css") == "p{}");
  }
}

TEST_CASE("publish::Publication: .gitignore survives with its identity, and is no part of the site") {
  const Published site;
  put(site.output + "/.gitignore", "*\n");
  const Identity before = identity_of(site.output + "/.gitignore");
  REQUIRE(publish_all(*site.disk, site.output, new_site()).published);
  REQUIRE(publish_all(*site.disk, site.output, old_site()).published);
  CHECK(identity_of(site.output + "/.gitignore") == before);
  CHECK(bytes_of(site.output + "/.thidua-manifest.json").find("gitignore") == std::string::npos);
}

TEST_CASE("publish::Publication: .gitignore is copied where it cannot be linked") {
  const Published site;
  put(site.output + "/.gitignore", "*\n");
  FaultyDisk faulty(*site.disk, {Accident::fails, 1, EXDEV, "link"});
  REQUIRE(publish_all(faulty, site.output, {{"other.html", "other"}}).published);
  CHECK(faulty.log().size() == 1);  // nothing else was to be linked
  CHECK(bytes_of(site.output + "/.gitignore") == "*\n");
}

TEST_CASE("publish::Publication: the manifest lists every file, the facts, and nothing else") {
  const Published site;
  const auto manifest = parse_manifest(bytes_of(site.output + "/.thidua-manifest.json"));
  REQUIRE(manifest);
  CHECK(manifest->facts == std::map<std::string, std::string>{{"files", "6"}, {"version", "0"}});
  CHECK(manifest->files.size() == old_site().size());
  for (const auto& [path, bytes] : old_site()) {
    REQUIRE(manifest->files.contains(path));
    CHECK(manifest->files.at(path).size == bytes.size());
    CHECK(manifest->files.at(path).hash == base::content_hash(bytes));
  }
}

TEST_CASE("publish::Publication: abandoned, it leaves everything as it was") {
  const Published site;
  const Snapshot before = snapshot(site.folder.path());
  Diagnostics diagnostics;
  auto publication = Publication::begin(*site.disk, site.output, diagnostics);
  REQUIRE(publication);
  REQUIRE(publication->add("index.html", "half a site"));
  CHECK(fs::exists(site.folder / ".public.thidua/lock"));
  publication.reset();
  CHECK(snapshot(site.folder.path()) == before);
}

TEST_CASE(
    "publish::Publication::add: refuses paths that leave the tree or are thidua's own, and then nothing is published") {
  const Published site;
  const Snapshot before = snapshot(site.folder.path());
  for (const std::string path :
       {"../index.html", "/index.html", "a//b", "a/../b", "a\\b", "", ".gitignore", ".thidua-manifest.json"}) {
    Diagnostics diagnostics;
    const auto publication = Publication::begin(*site.disk, site.output, diagnostics);
    REQUIRE(publication);
    REQUIRE(publication->add("fine.html", "fine"));
    const auto added = publication->add(path, "x");
    REQUIRE(!added);
    CHECK(added.error().error == EINVAL);
    CHECK(!publication->finish({}, diagnostics));
    CHECK(diagnostics.has_errors());
  }
  CHECK(snapshot(site.folder.path()) == before);
}

TEST_CASE("publish::Publication::add: the same path twice, or a file where a folder is, fails") {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  Diagnostics diagnostics;
  const auto publication = Publication::begin(*disk, folder / "public", diagnostics);
  REQUIRE(publication);
  REQUIRE(publication->add("a/b", "1"));
  CHECK(!publication->add("a/b", "2"));
  CHECK(!publication->add("a", "3"));
  CHECK(!publication->add("a/b/c", "4"));
  CHECK(!publication->finish({}, diagnostics));
  CHECK(!fs::exists(folder / "public"));
}

TEST_CASE("publish::Publication::add: from several threads gives the same bytes as from one") {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  Snapshot seen[2];
  for (const unsigned jobs : {1U, 4U}) {
    const std::string output = folder / std::to_string(jobs);
    for (const char* salt : {"old", "new"}) {  // the second time over a site, half of which stays
      Diagnostics diagnostics;
      const auto publication = Publication::begin(*disk, output, diagnostics);
      REQUIRE(publication);
      base::for_each_index(400, jobs, [&](std::size_t i) {
        const std::string path = std::to_string(i % 7) + "/shared/" + std::to_string(i % 50) + "/" + std::to_string(i);
        (void)publication->add(path, (i % 2 == 0 ? "" : salt) + path);
      });
      REQUIRE(publication->finish({}, diagnostics));
      CHECK(publication->summary().files == 400);
    }
    seen[jobs == 1 ? 0 : 1] = snapshot(output);
  }
  CHECK(seen[0].size() > 400);
  CHECK(seen[0] == seen[1]);
}

TEST_CASE("publish::Publication: what a process that died left beside the output is cleared") {
  const Published site;
  put(site.folder / ".public.thidua/lock", "");
  put(site.folder / ".public.thidua/new/half/a-page.html", "ha");
  fs::create_symlink(site.output, site.folder / ".public.thidua/new/link");
  REQUIRE(publish_all(*site.disk, site.output, new_site()).published);
  CHECK(names_in(site.folder.path()) == std::vector<std::string>{"public"});
  CHECK(!fs::exists(site.output + "/half"));
}

TEST_CASE("publish::Publication: a former site that cannot be removed is a warning, and the next build removes it") {
  const Published site;
  FaultyDisk faulty(*site.disk, {Accident::fails, 1, EIO, "remove"});
  const Outcome outcome = publish_all(faulty, site.output, new_site());
  CHECK(outcome.published);
  CHECK(outcome.codes() == std::vector{Code::output_not_cleared});
  CHECK(!outcome.diagnostics.has_errors());
  CHECK(bytes_of(site.output + "/index.html") == "<p>2025</p>");
}

}  // namespace
}  // namespace thidua::publish
