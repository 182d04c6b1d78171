#include "deploy/carry/lock.hpp"

#include <doctest/doctest.h>

#include "base/system/process.hpp"
#include "deploy/small_output.hpp"

using namespace thidua;
using namespace thidua::deploy;
using namespace thidua::testing;
using Names = std::vector<std::string>;

namespace {

/// One who wants the lock of a store.
struct Deployer {
  Deployer(Store& store, TestClock& clock, const std::string& run, Script script = {})
      : host(store, clock, std::move(script)),
        tries(host, clock, {}, {}),
        lock(host, tries, clock, "máy " + run, run) {}

  ScriptedHost host;
  Tries tries;
  TargetLock lock;
};

std::string lock_text(const std::string& run, std::chrono::sys_seconds until) {
  return to_text({"someone", run, until});
}

}  // namespace

TEST_CASE("deploy::parse_lock: reads what to_text() writes, and nothing else") {
  LockOwner owner{"may-1, process 42", "0a1b", std::chrono::sys_seconds(std::chrono::seconds(1700000000))};
  CHECK(parse_lock(to_text(owner)) == owner);
  owner.process = "boot pid:[1] 42 100";
  CHECK(parse_lock(to_text(owner)) == owner);
  for (const char* text : {"", "who: a\nrun: b\n", "who: a\nrun: b\nuntil: soon\n", "who: a\nrun: b\nuntil: \n", "x"})
    CHECK_FALSE(parse_lock(text));
}

TEST_CASE("deploy::TargetLock: is one's alone until it is given back") {
  Store store;
  TestClock clock;
  Deployer a(store, clock, "a"), b(store, clock, "b");
  CHECK(a.lock.take()->ours);
  const auto refused = b.lock.take();
  CHECK_FALSE(refused->ours);
  CHECK(refused->held_by->who == "máy a");
  REQUIRE(b.lock.give_back());
  CHECK(store.lock);  // not b's to remove
  REQUIRE(a.lock.give_back());
  CHECK_FALSE(store.lock);
  CHECK(b.lock.take()->ours);
}

TEST_CASE("deploy::TargetLock: is kept alive while it is used, and expires when it is not") {
  Store store;
  TestClock clock;
  Deployer a(store, clock, "a"), b(store, clock, "b");
  REQUIRE(a.lock.take()->ours);
  for (int minute = 0; minute < 40; ++minute) {
    clock.pass(std::chrono::minutes(1));
    CHECK(*a.lock.keep());
  }
  CHECK_FALSE(b.lock.take()->ours);
  clock.pass(TargetLock::kLife + std::chrono::seconds(1));
  const auto taken = b.lock.take();
  CHECK(taken->ours);
  CHECK(taken->taken_over->who == "máy a");
  CHECK_FALSE(*a.lock.keep());  // and a hears of it
  REQUIRE(a.lock.give_back());
  CHECK(store.lock);
}

TEST_CASE("deploy::TargetLock: of a process of this machine that has ended is taken over at once") {
  Store store;
  TestClock clock;
  LockOwner owner{"máy này, tiến trình đã dừng", "dead", clock.now() + TargetLock::kLife, base::this_process()};
  store.lock = to_text(owner);
  Deployer a(store, clock, "a"), b(store, clock, "b");
  CHECK_FALSE(a.lock.take()->ours);  // it is there
  owner.process += "1";              // started at another time: no such process any more
  store.lock = to_text(owner);
  const auto taken = a.lock.take();
  CHECK(taken->ours);
  CHECK(taken->taken_over->who == owner.who);
  CHECK(parse_lock(*store.lock)->process == base::this_process());
  CHECK_FALSE(b.lock.take()->ours);
}

TEST_CASE("deploy::TargetLock: without text it may be in the making; still without after a pause it is nobody's") {
  Store store;
  TestClock clock;
  store.lock = "";
  Deployer a(store, clock, "a");
  a.host.after = [&](const std::string& line) {
    if (line == "read lock") store.lock = lock_text("b", clock.now() + std::chrono::minutes(5));
  };
  CHECK_FALSE(a.lock.take()->ours);
  store.lock = "";
  Deployer c(store, clock, "c");
  CHECK(c.lock.take()->ours);
}

TEST_CASE("deploy::TargetLock: of two that find it expired in the same moment, one goes on") {
  Store store;
  TestClock clock;
  store.lock = lock_text("dead", clock.now() - std::chrono::seconds(1));
  Deployer a(store, clock, "a"), b(store, clock, "b");
  SUBCASE("b takes it over before a looks again") {
    int reads = 0;
    a.host.after = [&](const std::string& line) {
      if (line == "read lock" && ++reads == 2) CHECK(b.lock.take()->ours);
    };
    CHECK_FALSE(a.lock.take()->ours);
    CHECK(*b.lock.renew());
  }
  SUBCASE("b takes it over between a's second look and its removal") {
    int reads = 0;
    b.host.after = {};
    a.host.after = [&](const std::string& line) {
      if (line == "read lock" && ++reads == 3) CHECK(b.lock.take()->ours);
    };
    CHECK(a.lock.take()->ours);
    CHECK_FALSE(*b.lock.renew());  // b hears of it at the next group's border
    CHECK(*a.lock.renew());
  }
}

TEST_CASE("deploy::TargetLock: one whose making was confirmed to nobody is still ours") {
  Store store;
  TestClock clock;
  Deployer a(store, clock, "a", {Script::Event::fails, 1, FailureKind::passing, "make lock"});
  store.lock = lock_text("a", clock.now() + std::chrono::minutes(15));  // the try that seemed to fail
  CHECK(a.lock.take()->ours);
}

TEST_CASE("deploy::deploy: a target that somebody else is deploying to is left alone") {
  Store store;
  TestClock clock;
  store.lock = lock_text("b", clock.now() + std::chrono::minutes(3));
  ScriptedHost host(store, clock);
  const BuiltSite site(first_site());
  const Deployed deployed = deploy_site(host, site, clock);
  CHECK(deployed.codes() == Names{"deploy-locked"});
  CHECK(store.files.empty());
  CHECK(store.lock);
  const Diagnostic found = deployed.diagnostics.sorted().front();
  CHECK(message(found, Language::english).find("someone") != std::string::npos);
  CHECK(hint(found, Language::english).find("3 min") != std::string::npos);
}

TEST_CASE("deploy::deploy: ends where its lock was taken, and leaves the other's journal alone") {
  Store store;
  TestClock clock;
  ScriptedHost host(store, clock);
  host.after = [&](const std::string& line) {
    if (line != "put phong-trao/a/index.html") return;
    store.lock = lock_text("b", clock.now() + std::chrono::minutes(15));
    store.files[".thidua-journal.json"].bytes = "b's";
  };
  const BuiltSite site(first_site());
  const Deployed deployed = deploy_site(host, site, clock);
  CHECK(deployed.codes() == Names{"deploy-lock-lost", "deploy-stands-pages"});
  CHECK_FALSE(store.files.contains("index.html"));
  CHECK(store.files.at(".thidua-journal.json").bytes == "b's");
  CHECK(parse_lock(*store.lock)->run == "b");
}

TEST_CASE("deploy::deploy: two at once; one deploys, the other is told, and nothing is mixed") {
  Store store;
  TestClock clock;
  const BuiltSite one(first_site()), two(second_site());
  ScriptedHost a(store, clock), b(store, clock);
  std::optional<Deployed> other;
  a.after = [&](const std::string& line) {
    if (line == "put phong-trao/a/index.html" && !other) other = deploy_site(b, two, clock, {.run = "run-b"});
  };
  CHECK(deploy_site(a, one, clock, {.run = "run-a"}).outcome.complete);
  REQUIRE(other);
  CHECK(other->codes() == Names{"deploy-locked"});
  CHECK(b.log_of("put") == Names{});
  CHECK(shown(store, one) == first_site());
}

TEST_CASE("deploy::TargetLock: where making it is not atomic, the last one who wrote has it") {
  Store store;
  TestClock clock;
  Deployer a(store, clock, "a"), b(store, clock, "b");
  a.host.abilities.locks = b.host.abilities.locks = false;
  REQUIRE(a.lock.take()->ours);
  store.lock.reset();  // b had found none either
  REQUIRE(b.lock.take()->ours);
  const auto begun = clock.steady();
  CHECK(*b.lock.renew());
  CHECK(clock.steady() - begun >= TargetLock::kShortestWait);
  const auto after = clock.steady();
  CHECK(*b.lock.renew());
  CHECK(clock.steady() == after);
  CHECK_FALSE(*a.lock.renew());
}
