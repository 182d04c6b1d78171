#include "pull/store.hpp"

#include <doctest/doctest.h>

#include <cerrno>

#include "base/temporary_folder.hpp"

using namespace thidua;
using namespace thidua::testing;

TEST_CASE("pull::store: makes the folder, replaces what is there, and leaves nothing else behind") {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  const std::string path = folder / "pulled/a.json";
  REQUIRE(pull::store(*disk, path, "one"));
  REQUIRE(pull::store(*disk, path, "two"));
  CHECK(disk->read(path, 100).value() == "two");
  CHECK(disk->list(folder / "pulled").value().size() == 1);
}

TEST_CASE("pull::store: what an interrupted run left is no hindrance") {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  const std::string path = folder / "pulled/a.json";
  REQUIRE(pull::store(*disk, path, "one"));
  REQUIRE(disk->write_new(path + ".part", "half"));
  REQUIRE(pull::store(*disk, path, "two"));
  CHECK(disk->read(path, 100).value() == "two");
  CHECK(disk->list(folder / "pulled").value().size() == 1);
}

TEST_CASE("pull::store: a folder that is none is a failure") {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  REQUIRE(disk->write_new(folder / "pulled", "a file"));
  const auto done = pull::store(*disk, folder / "pulled/a.json", "one");
  REQUIRE_FALSE(done);
  CHECK(done.error().error == ENOTDIR);
}
