// Real folders: switched at once, or filled file by file where that cannot be.
#include "deploy/hosts/folder.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <atomic>
#include <thread>

#include "deploy/plan/known.hpp"
#include "deploy/small_output.hpp"
#include "deploy/switched.hpp"
#include "publish/faulty_disk.hpp"
#include "publish/switching.hpp"

using namespace thidua;
using namespace thidua::deploy;
using namespace thidua::testing;
using Names = std::vector<std::string>;

namespace {

Deployed to_folder(base::Disk& disk, const std::string& folder, const BuiltSite& site, TestClock& clock,
                   Order order = {}) {
  Deployed out;
  order.jobs = 2;
  const Wishes wishes;
  const Surroundings around{disk, clock, "may-1 / 42", "run", wishes.record_holds};
  out.outcome = deploy_to_folder(folder, site.output, order, around, out.diagnostics);
  return out;
}

/// The files of the site that stand in a folder.
Site shown(const std::string& folder, const BuiltSite& site) {
  Site out;
  for (const auto& [path, bytes] : snapshot(folder)) {
    if (site.output.manifest.files.contains(path)) out[path] = bytes;
  }
  return out;
}

/// A disk whose folders cannot be exchanged, as on many mounted ones.
class OldDisk final : public FaultyDisk {
 public:
  explicit OldDisk(base::Disk& disk) : FaultyDisk(disk, {}) {}
  base::Done exchange(const std::string&, const std::string& b) override { return base::fail("exchange", b, EINVAL); }
};

ino_t identity(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_ino;
}

}  // namespace

TEST_CASE("deploy::deploy_to_folder: switches the tree; what stays keeps its identity, what left stays for a while") {
  const auto disk = base::real_disk();
  const TemporaryFolder root;
  const std::string folder = root / "www/site";
  TestClock clock;
  const BuiltSite before(first_site()), after(second_site());
  const Deployed first = to_folder(*disk, folder, before, clock);
  CHECK(first.codes() == Names{});
  CHECK(first.outcome.complete);
  CHECK(shown(folder, before) == first_site());
  const ino_t page_before = identity(folder + "/phong-trao/b/index.html");
  const ino_t form_before = identity(folder + "/phong-trao/b/index.html.br");
  const ino_t folder_before = identity(folder);

  const Deployed second = to_folder(*disk, folder, after, clock);
  CHECK(second.outcome.complete);
  CHECK(second.outcome.plan.unchanged == 4);
  CHECK(second.outcome.removed == 1);
  CHECK(second.outcome.kept == 2);
  CHECK(shown(folder, after) == second_site());
  CHECK(identity(folder) != folder_before);
  CHECK(identity(folder + "/phong-trao/b/index.html") == page_before);
  CHECK(identity(folder + "/phong-trao/b/index.html.br") == form_before);
  CHECK(bytes_of(folder + "/assets/site.1111.css") == first_site().at("assets/site.1111.css"));
  CHECK(bytes_of(folder + "/phong-trao/đi/index.html") == "");

  clock.pass(std::chrono::hours(2));
  REQUIRE(to_folder(*disk, folder, after, clock).outcome.complete);
  CHECK(bytes_of(folder + "/assets/site.1111.css") == "");
  CHECK(snapshot(root / "www").size() == snapshot(folder).size() + 1);  // nothing is left beside
}

TEST_CASE("deploy::deploy_to_folder: a reader at every moment sees pages with all they need") {
  const auto disk = base::real_disk();
  const TemporaryFolder root;
  const std::string folder = root / "site";
  TestClock clock;
  Site one = first_site(), two = second_site();
  one["index.html"] = "site.1111.css", two["index.html"] = "site.2222.css";
  const BuiltSite before(one), after(two);
  REQUIRE(to_folder(*disk, folder, before, clock).outcome.complete);
  std::atomic<bool> ended = false;
  std::atomic<int> looks = 0, missing = 0, changes = 0;
  std::thread reader([&] {
    std::string last;
    while (!ended) {
      const std::string name = bytes_of(folder + "/index.html");
      if (name.empty() || bytes_of(folder + "/assets/" + name).empty()) ++missing;
      changes += name == last ? 0 : 1;
      last = name;
      ++looks;
    }
  });
  for (int i = 0; i < 20; ++i) {
    const int before_this = looks;
    CHECK(to_folder(*disk, folder, i % 2 == 0 ? after : before, clock).outcome.complete);
    while (looks < before_this + 10) std::this_thread::yield();
  }
  ended = true;
  reader.join();
  CHECK(missing == 0);
  CHECK(looks > 200);
  CHECK(changes > 10);
}

TEST_CASE("deploy::deploy_to_folder: where folders cannot be exchanged, file by file, and later at once again") {
  const auto disk = base::real_disk();
  OldDisk old(*disk);
  const TemporaryFolder root;
  const std::string folder = root / "site";
  TestClock clock;
  const BuiltSite before(first_site()), after(second_site());
  CHECK_FALSE(publish::can_exchange(old, folder));
  CHECK(publish::can_exchange(*disk, folder));
  REQUIRE(to_folder(old, folder, before, clock).outcome.complete);
  CHECK(shown(folder, before) == first_site());
  const ino_t folder_before = identity(folder);
  const Deployed second = to_folder(old, folder, after, clock);
  CHECK(second.codes() == Names{});
  CHECK(second.outcome.complete);
  CHECK(identity(folder) == folder_before);
  CHECK(shown(folder, after) == second_site());
  CHECK(bytes_of(folder + "/phong-trao/đi/index.html") == "");
  CHECK_FALSE(snapshot(folder).contains("phong-trao/đi"));
  CHECK_FALSE(snapshot(folder).contains(kLockName));

  const Deployed third = to_folder(*disk, folder, before, clock);
  CHECK(third.codes() == Names{});
  CHECK(third.outcome.complete);
  CHECK(identity(folder) != folder_before);
  CHECK(shown(folder, before) == first_site());
}

TEST_CASE(
    "deploy::deploy_to_folder: fails at any operation of the disk; what stands is whole, and the next run completes") {
  const auto disk = base::real_disk();
  const BuiltSite before(first_site()), after(second_site());
  TestClock clock;
  int failed = 0;
  for (std::size_t at = 1;; ++at) {
    CAPTURE(at);
    const TemporaryFolder root;
    const std::string folder = root / "site";
    REQUIRE(to_folder(*disk, folder, before, clock).outcome.complete);
    FaultyDisk faulty(*disk, {Accident::fails, at, EIO, "write"});
    Order order;
    const Surroundings around{faulty, clock, "may-1 / 42", "run", Wishes().record_holds};
    Diagnostics diagnostics;
    order.jobs = 1;
    const Outcome outcome = deploy_to_folder(folder, after.output, order, around, diagnostics);
    const Site now = shown(folder, outcome.complete ? after : before);
    CHECK(now == (outcome.complete ? second_site() : first_site()));
    CHECK(diagnostics.has_errors() != outcome.complete);
    REQUIRE(to_folder(*disk, folder, after, clock).outcome.complete);
    CHECK(shown(folder, after) == second_site());
    if (outcome.complete) break;
    ++failed;
  }
  CHECK(failed > 8);
}

TEST_CASE("deploy::deploy_to_folder: foreign files are not touched, and neither is the output itself") {
  const auto disk = base::real_disk();
  const TemporaryFolder root;
  TestClock clock;
  const BuiltSite site(first_site());
  put(root / "site/cua-toi.txt", "mine");
  CHECK(to_folder(*disk, root / "site", site, clock).codes() == Names{"output-foreign-files"});
  CHECK(snapshot(root / "site").size() == 2);
  for (const std::string& target : {site.output.folder, site.output.folder + "/www", site.output.folder + "/www/b/"}) {
    CHECK(to_folder(*disk, target, site, clock).codes() == Names{"deploy-into-itself"});
    CHECK(disk->status(target).has_value() == (target == site.output.folder));
  }
}

TEST_CASE("deploy::folder_host: reads, lists, replaces, removes and locks") {
  const auto disk = base::real_disk();
  const TemporaryFolder root;
  const auto host = folder_host(*disk, root / "a/b/");
  REQUIRE(host->connect());
  CHECK(host->read("x", 10)->has_value() == false);
  const std::vector<Upload> files = {{"đ ẹp/%+=.html", "", "1", 1, {}}, {"đ ẹp/%+=.html", "", "22", 2, {}}};
  int done = 0;
  host->put(
      files, [&](std::size_t, Done one) { done += one ? 1 : 0; }, [] { return true; });
  CHECK(done == 2);
  CHECK(*host->read("đ ẹp/%+=.html", 10) == "22");
  CHECK_FALSE(host->read("đ ẹp/%+=.html", 1));
  REQUIRE(host->list()->size() == 1);
  CHECK(host->list()->front().size == 2);
  CHECK(*host->make_lock("a"));
  CHECK_FALSE(*host->make_lock("b"));
  REQUIRE(host->renew_lock("c"));
  CHECK(**host->read_lock() == "c");
  REQUIRE(host->remove_lock());
  CHECK_FALSE(host->read_lock()->has_value());
  const Names gone = {"đ ẹp/%+=.html", "never/there"};
  host->remove(gone, [&](std::size_t, Done one) { done += one ? 1 : 0; });
  CHECK(done == 4);
  CHECK(snapshot(root.path()).size() == 3);  // itself, a, b: the folder left empty went too
}

TEST_CASE("deploy::temporary_name: hidden, beside the file, and known again") {
  CHECK(temporary_name("a/b.html") == "a/.b.html.thidua-part");
  CHECK(temporary_name("b") == ".b.thidua-part");
  CHECK(is_temporary(temporary_name("a.b/c")));
  CHECK_FALSE(is_temporary("a/b.html"));
  CHECK_FALSE(is_temporary("a/b.thidua-part"));
}
