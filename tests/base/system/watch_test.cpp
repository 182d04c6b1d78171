#include "base/system/watch.hpp"

#include <doctest/doctest.h>
#include <sys/eventfd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <thread>

#include "base/temporary_folder.hpp"

namespace thidua::base {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::put;
using testing::TemporaryFolder;

/// A watch of content/ and themes/ in a folder of its own, and an interruption that ends a wait for nothing.
class Watched {
 public:
  Watched() {
    put(folder_ / "content/site.json", "{}");
    put(folder_ / "content/units/a.json", "{}");
    put(folder_ / "public/index.html", "x");
  }

  std::string operator/(const std::string& name) const { return folder_ / name; }
  const std::string& path() const { return folder_.path(); }

  void begin(std::vector<std::string> names = {"content", "themes"}) {
    watch_.emplace(Watch::begin(*disk_, folder_.path(), std::move(names)));
  }

  /// Whether a change is told within a second.
  bool sees_change() {
    const Descriptor interrupt(::eventfd(0, EFD_CLOEXEC));
    auto seen = std::async(std::launch::async, [&] { return (*watch_)->wait(interrupt.get()); });
    if (seen.wait_for(1s) == std::future_status::timeout) {
      const std::uint64_t one = 1;
      REQUIRE(::write(interrupt.get(), &one, sizeof one) == sizeof one);
    }
    return seen.get() == Watch::Seen::change;
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Disk> disk_ = real_disk();
  std::optional<Result<Watch>> watch_;
};

}  // namespace

TEST_CASE("base::Watch: tells of files that are written, made, renamed and removed") {
  Watched root;
  root.begin();
  put(root / "content/site.json", "{ }");
  CHECK(root.sees_change());
  put(root / "content/units/b.json", "{}");
  CHECK(root.sees_change());
  put(root / "public/new.json", "{}");  // an editor saves beside the file, then renames over it
  fs::rename(root / "public/new.json", root / "content/units/a.json");
  CHECK(root.sees_change());
  fs::remove(root / "content/units/b.json");
  CHECK(root.sees_change());
}

TEST_CASE("base::Watch: changes before anybody waits are told") {
  Watched root;
  root.begin();
  put(root / "content/site.json", "{ }");
  std::this_thread::sleep_for(100ms);
  CHECK(root.sees_change());
}

TEST_CASE("base::Watch: says nothing of reading, nor of what lies beside the folders") {
  Watched root;
  root.begin();
  CHECK(testing::bytes_of(root / "content/site.json") == "{}");
  put(root / "public/index.html", "y");
  put(root / "notes.txt", "y");
  fs::create_directory(root / "public2");
  CHECK_FALSE(root.sees_change());
}

TEST_CASE("base::Watch: folders that come later are watched, with all in them") {
  Watched root;
  root.begin();
  fs::create_directories(root / "content/campaigns/a/results");
  CHECK(root.sees_change());
  put(root / "content/campaigns/a/results/2025.json", "{}");
  CHECK(root.sees_change());
  put(root / "public/deep/er/file.md", "x");
  fs::rename(root / "public/deep", root / "content/campaigns/b");
  CHECK(root.sees_change());
  put(root / "content/campaigns/b/er/file.md", "y");
  CHECK(root.sees_change());
}

TEST_CASE("base::Watch: a watched folder may come late, go, and come back") {
  Watched root;
  root.begin();
  put(root / "themes/one/theme.json", "{}");
  CHECK(root.sees_change());
  put(root / "themes/one/theme.json", "{ }");
  CHECK(root.sees_change());
  fs::rename(root / "content", root / "elsewhere");
  CHECK(root.sees_change());
  put(root / "content/site.json", "{}");
  CHECK(root.sees_change());
  put(root / "content/site.json", "{ }");
  CHECK(root.sees_change());
}

TEST_CASE("base::Watch: a file may be watched, and may come late, go, and be put in another's place") {
  Watched root;
  root.begin({"sources.json"});
  put(root / "sources.json", "{}");
  CHECK(root.sees_change());
  put(root / "sources.json", "{ }");
  CHECK(root.sees_change());
  put(root / "sources.json.new", "{  }");
  CHECK_FALSE(root.sees_change());
  fs::rename(root / "sources.json.new", root / "sources.json");
  CHECK(root.sees_change());
  fs::remove(root / "sources.json");
  CHECK(root.sees_change());
}

TEST_CASE("base::Watch: a folder that is a symbolic link is watched where it leads") {
  Watched root;
  fs::rename(root / "content", root / "elsewhere");
  fs::create_symlink("elsewhere", root / "content");
  root.begin();
  put(root / "elsewhere/units/a.json", "{ }");
  CHECK(root.sees_change());
}

TEST_CASE("base::Watch: what changes in a row is told once, and without end after half a second") {
  Watched root;
  root.begin();
  for (int i = 0; i < 5; ++i) put(root / "content/site.json", std::string(100, 'x'));
  CHECK(root.sees_change());
  CHECK_FALSE(root.sees_change());
  std::atomic<bool> enough = false;
  std::thread writer([&] {
    while (!enough) {
      put(root / "content/site.json", "x");
      std::this_thread::sleep_for(5ms);
    }
  });
  CHECK(root.sees_change());
  enough = true;
  writer.join();
}

TEST_CASE("base::Watch: a root that is not there is a failure") {
  const auto disk = real_disk();
  const auto watch = Watch::begin(*disk, "/nowhere/at/all", {"content"});
  REQUIRE_FALSE(watch);
  CHECK(watch.error().error == ENOENT);
}

}  // namespace thidua::base
