// Where a build does not start, or stops: each with its diagnostic, and with nothing touched.
#include <doctest/doctest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/temporary_folder.hpp"
#include "publish/faulty_disk.hpp"
#include "publish/manifest.hpp"
#include "publish/small_site.hpp"

namespace thidua::publish {
namespace {

using namespace thidua::testing;
namespace fs = std::filesystem;

/// A folder in which a site may already stand, and what became of a build into it.
struct Place {
  TemporaryFolder folder;
  std::string output = folder / "public";
  std::unique_ptr<base::Disk> disk = base::real_disk();

  void publish_old_site() const { REQUIRE(publish_all(*disk, output, old_site()).published); }

  /// The codes that were told by a build that must publish nothing and change nothing; none where it did, which shows
  /// in another process too.
  std::vector<Code> refused(base::Disk& through, const std::string& where) const {
    const Snapshot before = snapshot(folder.path());
    const Outcome outcome = publish_all(through, where, new_site());
    const bool untouched = !outcome.published && snapshot(folder.path()) == before;
    CHECK(untouched);
    return untouched ? outcome.codes() : std::vector<Code>();
  }
  std::vector<Code> refused() const { return refused(*disk, output); }
};

/// The exit code of `work`, run in a process of its own.
template <class Work>
int in_other_process(Work work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_CASE("publish: a folder with files that thidua did not write is refused, some of them by name") {
  const Place place;
  for (int i = 1; i <= 8; ++i) put(place.output + "/papers/" + std::to_string(i) + ".doc", "mine");
  const Outcome outcome = publish_all(*place.disk, place.output, new_site());
  REQUIRE(outcome.codes() == std::vector{Code::output_foreign_files});
  const Diagnostic told = outcome.diagnostics.sorted().front();
  CHECK(told.args.at(1) == "papers/1.doc, papers/2.doc, papers/3.doc, papers/4.doc, papers/5.doc …");
  CHECK(message(told, Language::english).find(place.output) != std::string::npos);
  CHECK(place.refused() == outcome.codes());
}

TEST_CASE("publish: a folder full of foreign files is not searched to the end") {
  const Place place;
  for (int i = 0; i < 100; ++i) put(place.output + "/" + std::to_string(i) + "/mine", "mine");
  FaultyDisk logging(*place.disk, {});
  CHECK(place.refused(logging, place.output) == std::vector{Code::output_foreign_files});
  CHECK(std::count(logging.log().begin(), logging.log().end(), "list") < 10);
}

TEST_CASE("publish: one file more in a site is foreign, wherever it lies") {
  for (const std::string name :
       {"notes.txt", "phong-trao/a/notes.txt", "css/.gitignore", "new/.thidua-manifest.json"}) {
    const Place place;
    place.publish_old_site();
    put(base::join(place.output, name), "mine");
    CHECK(place.refused() == std::vector{Code::output_foreign_files});
  }
}

TEST_CASE("publish: a symbolic link in the output is refused, even under a name that the manifest lists") {
  for (const std::string name : {"link", "index.html", ".gitignore", ".thidua-manifest.json"}) {
    const Place place;
    place.publish_old_site();
    put(place.folder / "elsewhere", "<p>2024</p>");
    fs::remove(base::join(place.output, name));
    fs::create_symlink("../elsewhere", base::join(place.output, name));
    const auto codes = place.refused();
    CHECK(codes == std::vector{Code::output_foreign_files});
  }
}

TEST_CASE("publish: a manifest that cannot be understood beside other files is refused") {
  for (const std::string manifest : {"", "{", "[]", R"({"version": 2, "facts": {}, "files": {}})"}) {
    const Place place;
    place.publish_old_site();
    put(place.output + "/.thidua-manifest.json", manifest);
    CHECK(place.refused() == std::vector{Code::output_manifest_damaged});
  }
}

TEST_CASE("publish: a manifest that lists a path outside the folder is not believed") {
  const Place place;
  put(place.folder / "precious", "mine");
  place.publish_old_site();
  Manifest manifest{{}, {{"../precious", {4, std::string(32, '0')}}}};
  put(place.output + "/.thidua-manifest.json", to_json(manifest));
  CHECK(place.refused() == std::vector{Code::output_manifest_damaged});
}

TEST_CASE("publish: a damaged manifest alone is replaced") {
  const Place place;
  put(place.output + "/.thidua-manifest.json", "{");
  put(place.output + "/.gitignore", "*\n");
  CHECK(publish_all(*place.disk, place.output, new_site()).published);
}

TEST_CASE("publish: an output that is a file or a symbolic link is refused") {
  const Place place;
  put(place.folder / "file", "mine");
  fs::create_directory(place.folder / "real");
  fs::create_symlink("real", place.folder / "link");
  fs::create_symlink("none", place.folder / "dangling");
  CHECK(place.refused(*place.disk, place.folder / "file") == std::vector{Code::output_not_a_folder});
  CHECK(place.refused(*place.disk, place.folder / "link") == std::vector{Code::output_symbolic_link});
  CHECK(place.refused(*place.disk, place.folder / "link/") == std::vector{Code::output_symbolic_link});
  CHECK(place.refused(*place.disk, place.folder / "dangling") == std::vector{Code::output_symbolic_link});
  CHECK(place.refused(*place.disk, place.folder / "file/public") == std::vector{Code::output_write_failed});
  CHECK(place.refused(*place.disk, place.folder / "none/..") == std::vector{Code::output_write_failed});
  CHECK(place.refused(*place.disk, "") == std::vector{Code::output_write_failed});
}

TEST_CASE("publish: a folder around the working directory is refused, however it is written") {
  const Place place;
  const fs::path before = fs::current_path();
  fs::create_directories(place.folder / "root/content");
  fs::current_path(place.folder / "root");
  std::vector<std::vector<Code>> told;
  for (const std::string& output : {std::string("."), std::string("./"), std::string(".."), std::string("content/.."),
                                    std::string("/"), std::string("///"), place.folder / "root", place.folder.path()}) {
    told.push_back(place.refused(*place.disk, output));
  }
  fs::current_path(before);
  CHECK(told == std::vector(8, std::vector{Code::output_holds_working_directory}));
}

TEST_CASE("publish: a folder whose path ends in dots is taken for what it is") {
  const Place place;
  fs::create_directories(place.folder / "public/inner");
  REQUIRE(publish_all(*place.disk, place.folder / "public/inner/..", old_site()).published);
  CHECK(bytes_of(place.folder / "public/index.html") == "<p>2024</p>");
}

TEST_CASE("publish: a second build of the same output stops at once and leaves the first alone") {
  const Place place;
  place.publish_old_site();
  Diagnostics diagnostics;
  const auto first = Publication::begin(*place.disk, place.output, diagnostics);
  REQUIRE(first);
  REQUIRE(first->add("index.html", "first"));
  CHECK(place.refused() == std::vector{Code::output_busy});
  CHECK(place.refused(*place.disk, place.folder / "./public/") == std::vector{Code::output_busy});
  CHECK(in_other_process([&] {
          const auto disk = base::real_disk();
          const Outcome outcome = publish_all(*disk, place.output, new_site());
          return outcome.codes() == std::vector{Code::output_busy} ? 0 : 1;
        }) == 0);
  CHECK(first->finish({}, diagnostics));
  CHECK(bytes_of(place.output + "/index.html") == "first");
  CHECK(publish_all(*place.disk, place.output, new_site()).published);
}

TEST_CASE("publish: a build that ends just then, and takes the work folder along, is no obstacle") {
  const Place place;
  FaultyDisk faulty(*place.disk, {Accident::fails, 1, ENOENT, "lock"});
  CHECK(publish_all(faulty, place.output, new_site()).published);
  CHECK(faulty.log().size() == 2);
}

TEST_CASE("publish: two outputs side by side do not disturb each other") {
  const Place place;
  Diagnostics diagnostics;
  const auto first = Publication::begin(*place.disk, place.output, diagnostics);
  REQUIRE(first);
  CHECK(publish_all(*place.disk, place.folder / "other", new_site()).published);
  CHECK(first->finish({}, diagnostics));
}

TEST_CASE("publish: a work folder that is a symbolic link is not followed") {
  const Place place;
  put(place.folder / "elsewhere/new/precious", "mine");
  fs::create_symlink("elsewhere", place.folder / ".public.thidua");
  CHECK(place.refused() == std::vector{Code::output_write_failed});
}

TEST_CASE("publish: an output that cannot be exchanged is told as that") {
  const Place place;
  place.publish_old_site();
  for (const int error : {EXDEV, EBUSY, EINVAL, ENOSYS}) {
    FaultyDisk faulty(*place.disk, {Accident::fails, 1, error, "exchange"});
    CHECK(place.refused(faulty, place.output) == std::vector{Code::output_cannot_exchange});
  }
}

TEST_CASE("publish: a mount point cannot be the output, and is left as it is") {
  const Place place;
  fs::create_directory(place.output);
  constexpr int kCannotMount = 77;
  const int result = in_other_process([&] {
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tmpfs", place.output.c_str(), "tmpfs", 0, "size=1m") != 0) {
      return kCannotMount;
    }
    if (place.refused() != std::vector{Code::output_cannot_exchange}) return 1;
    return fs::is_empty(place.output) && !fs::exists(place.folder / ".public.thidua") ? 0 : 2;
  });
  if (result == kCannotMount) {
    MESSAGE("not tried: this process may not mount");
  } else {
    CHECK(result == 0);
  }
}

TEST_CASE("publish: a full disk, a missing right and everything else have words of their own") {
  const Place place;
  place.publish_old_site();
  const auto told = [&](int error) {
    FaultyDisk faulty(*place.disk, {Accident::fails, 2, error, "write"});
    return place.refused(faulty, place.output);
  };
  CHECK(told(ENOSPC) == std::vector{Code::output_disk_full});
  CHECK(told(EDQUOT) == std::vector{Code::output_disk_full});
  CHECK(told(EACCES) == std::vector{Code::output_no_permission});
  CHECK(told(EROFS) == std::vector{Code::output_no_permission});
  CHECK(told(EIO) == std::vector{Code::output_write_failed});
}

TEST_CASE("publish: a disk that is really full leaves the old site") {
  const Place place;
  constexpr int kCannotMount = 77;
  const int result = in_other_process([&] {
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tmpfs", place.folder.path().c_str(), "tmpfs", 0, "size=200k") != 0) {
      return kCannotMount;
    }
    if (!publish_all(*place.disk, place.output, old_site()).published) return 1;
    const Snapshot before = snapshot(place.folder.path());
    Files large = new_site();
    for (int i = 0; i < 20; ++i) large["large/" + std::to_string(i)] = std::string(30'000, 'x');
    const Outcome outcome = publish_all(*place.disk, place.output, large);
    if (outcome.codes() != std::vector{Code::output_disk_full}) return 2;
    if (snapshot(place.folder.path()) != before) return 3;
    return publish_all(*place.disk, place.output, new_site()).published ? 0 : 4;
  });
  if (result == kCannotMount) {
    MESSAGE("not tried: this process may not mount");
  } else {
    CHECK(result == 0);
  }
}

TEST_CASE("publish: a parent that may not be written is told by its path") {
  constexpr uid_t kNobody = 65534;
  const Place place;
  place.publish_old_site();
  REQUIRE(::chmod(place.folder.path().c_str(), 0555) == 0);
  const int result = in_other_process([&] {
    if (::geteuid() == 0 && ::setuid(kNobody) != 0) return 1;
    return place.refused() == std::vector{Code::output_no_permission} ? 0 : 2;
  });
  REQUIRE(::chmod(place.folder.path().c_str(), 0755) == 0);
  CHECK(result == 0);
}

}  // namespace
}  // namespace thidua::publish
