#include "publish/new_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>

#include "base/temporary_folder.hpp"
#include "publish/faulty_disk.hpp"

namespace thidua::publish {
namespace {

using namespace thidua::testing;

TEST_CASE("publish::NewTree: makes each folder once") {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  FaultyDisk logging(*disk, {});
  NewTree tree(logging, folder.path());
  for (const char* path : {"top", "a/b/1", "a/b/2", "a/c/1", "a/1", "a/b/c/1"}) CHECK(tree.make_folders_above(path));
  const auto& log = logging.log();
  CHECK(std::count(log.begin(), log.end(), "make folder") == 4);  // a, a/b, a/c, a/b/c
  CHECK(std::filesystem::is_directory(folder / "a/b/c"));
}

TEST_CASE("publish::NewTree: a folder that another thread has just made is fine") {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  NewTree tree(*disk, folder.path());
  std::filesystem::create_directories(folder / "a/b");
  CHECK(tree.make_folders_above("a/b/index.html"));
  CHECK(tree.write("a/b/index.html", "b"));
  CHECK(bytes_of(folder / "a/b/index.html") == "b");
}

TEST_CASE("publish::NewTree: tells of a folder that cannot be made, each time") {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  NewTree tree(*disk, folder / "none");
  for (int i = 0; i < 2; ++i) {
    const auto made = tree.make_folders_above("a/b/index.html");
    REQUIRE(!made);
    CHECK(made.error().error == ENOENT);
  }
}

}  // namespace
}  // namespace thidua::publish
