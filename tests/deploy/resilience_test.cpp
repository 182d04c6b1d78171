// What happens when time passes at the wrong moment: another deployer, a page that comes back, slow folders.
#include <doctest/doctest.h>

#include "deploy/carry/lock.hpp"
#include "deploy/hosts/sftp/host.hpp"
#include "deploy/hosts/sftp/small_server.hpp"
#include "deploy/plan/known.hpp"
#include "deploy/small_output.hpp"
#include "publish/site_path.hpp"

using namespace thidua;
using namespace thidua::deploy;
using namespace thidua::testing;
using Names = std::vector<std::string>;

namespace {

constexpr const char* kOthersLock = "who: other\nrun: other-run\nuntil: 99999999999\n";
const std::string kManifest{publish::kManifestName};

/// A host that has the first site.
struct Deployed1 {
  Deployed1() {
    ScriptedHost host(store, clock);
    REQUIRE(deploy_site(host, first, clock).outcome.complete);
  }

  BuiltSite first{first_site()}, second{second_site()};
  Store store;
  TestClock clock;
};

/// Another deployment begins at that operation of ours.
void takes_over(ScriptedHost& host, Deployed1& at, const std::string& line, const std::string& file) {
  host.after = [&at, line, file](const std::string& done) {
    if (done != line) return;
    at.clock.pass(TargetLock::kLife + std::chrono::minutes(1));
    at.store.lock = kOthersLock;
    at.store.files[file].bytes = "the other's";
  };
}

/// Takes so long to make folders, before the first file.
class SlowFolders final : public Host {
 public:
  SlowFolders(ScriptedHost& host, TestClock& clock) : host_(host), clock_(clock) {}

  Ability ability() const override { return host_.ability(); }
  Done connect() override { return host_.connect(); }
  Result<std::optional<std::string>> read(const std::string& path, std::uint64_t limit) override {
    return host_.read(path, limit);
  }
  Result<std::vector<Listed>> list() override { return host_.list(); }
  void put(std::span<const Upload> files, const Each& each, const std::function<bool()>& keep_going) override {
    clock_.pass(std::chrono::seconds(20));
    host_.put(files, each, keep_going);
  }
  void remove(std::span<const std::string> paths, const Each& each) override { host_.remove(paths, each); }
  Result<bool> make_lock(const std::string& text) override { return host_.make_lock(text); }
  Result<std::optional<std::string>> read_lock() override { return host_.read_lock(); }
  Done renew_lock(const std::string& text) override { return host_.renew_lock(text); }
  Done remove_lock() override { return host_.remove_lock(); }

 private:
  ScriptedHost& host_;
  TestClock& clock_;
};

/// The one connection to a server.
class OneChannel final : public sftp::Channel {
 public:
  explicit OneChannel(SmallServer& server) : server_(server) {}
  Result<std::size_t> send(std::string_view bytes) override { return server_.send(bytes); }
  Result<std::string> receive(bool unsent) override { return server_.receive(unsent); }

 private:
  SmallServer& server_;
};

}  // namespace

TEST_CASE_FIXTURE(Deployed1,
                  "deploy::deploy: a page that was removed and comes back is sent, however the removal ended") {
  const std::string page = "phong-trao/đi/index.html";
  for (const std::string& fails : {"put " + kManifest, "remove " + page + "."}) {
    CAPTURE(fails);
    Store now = store;
    ScriptedHost failing(now, clock, {Script::Event::fails, 1, FailureKind::refused, fails, true});
    CHECK_FALSE(deploy_site(failing, second, clock).outcome.complete);
    REQUIRE_FALSE(now.files.contains(page));
    ScriptedHost next(now, clock);
    CHECK(deploy_site(next, first, clock).outcome.complete);
    CHECK(shown(now, first) == first_site());
  }
}

TEST_CASE("deploy::deploy: folders that take long do not keep files from being sent") {
  const BuiltSite site(first_site());
  Store store;
  TestClock clock;
  ScriptedHost host(store, clock);
  SlowFolders slow(host, clock);
  CHECK(deploy_site(slow, site, clock).outcome.complete);
  CHECK(shown(store, site) == first_site());
}

TEST_CASE_FIXTURE(Deployed1, "deploy::deploy: neither manifest nor journal nor lock of another deployer is touched") {
  SUBCASE("where only the list would have been written") {
    first.output.manifest.facts["generator"] = "of another version";
    ScriptedHost host(store, clock);
    takes_over(host, *this, std::string("read ") + kJournalName, kManifest);
    CHECK(deploy_site(host, first, clock).codes() == Names{"deploy-lock-lost"});
    CHECK(store.files.at(kManifest).bytes == "the other's");
  }
  SUBCASE("before the first file") {
    ScriptedHost host(store, clock);
    takes_over(host, *this, std::string("read ") + kJournalName, kJournalName);
    CHECK(contains_code(deploy_site(host, second, clock), "deploy-lock-lost"));
    CHECK(store.files.at(kJournalName).bytes == "the other's");
  }
  SUBCASE("after a failure") {
    ScriptedHost host(store, clock,
                      {Script::Event::fails, 1, FailureKind::refused, "put phong-trao/a/index.html", true});
    takes_over(host, *this, "put " + std::string(kJournalName), "x");
    CHECK_FALSE(deploy_site(host, second, clock).outcome.complete);
  }
  CHECK(store.lock == kOthersLock);
}

TEST_CASE("deploy::deploy: many removals can be stopped, and keep the lock alive") {
  Site many = first_site();
  for (int i = 0; i < 1200; ++i) many["tin-tuc/" + std::to_string(i) + "/index.html"] = page("x");
  const BuiltSite before(many), after(first_site());
  Store store;
  TestClock clock;
  ScriptedHost filling(store, clock);
  REQUIRE(deploy_site(filling, before, clock).outcome.complete);
  Order order;
  order.max_deletes = 5000;
  ScriptedHost host(store, clock);
  host.per_operation = std::chrono::seconds(1);
  SUBCASE("stopped") {
    const auto stopped = [&] { return host.log_of("remove").size() > 20; };
    CHECK(deploy_site(host, after, clock, {.order = order, .stopped = stopped}).codes().front() == "deploy-stopped");
    CHECK(host.log_of("remove").size() < 600);
  }
  SUBCASE("to the end") {
    CHECK(deploy_site(host, after, clock, {.order = order}).outcome.complete);
    CHECK(std::ranges::count(host.log(), "renew lock") > 4);
  }
}

TEST_CASE("deploy::deploy: a file whose forms have not all arrived is sent again with them") {
  const BuiltSite site(first_site());
  Store store;
  TestClock clock;
  const std::string page = "phong-trao/a/index.html";
  ScriptedHost failing(store, clock, {Script::Event::fails, 1, FailureKind::refused, "put " + page + ".gz", true});
  CHECK_FALSE(deploy_site(failing, site, clock).outcome.complete);
  REQUIRE(store.files.contains(page));
  ScriptedHost next(store, clock);
  CHECK(deploy_site(next, site, clock).outcome.complete);
  CHECK(store.files.contains(page + ".gz"));
  CHECK(store.files.contains(page + ".br"));
}

TEST_CASE("deploy::deploy: an SFTP host that cannot be reached any more ends it with a word") {
  SmallServer server;
  server.folders = {"/site"};
  int connections = 0;
  const auto connect = [&]() -> Result<std::unique_ptr<sftp::Channel>> {
    if (++connections > 1) return tl::make_unexpected(Failure{FailureKind::passing, "connect", "", "no route"});
    return std::make_unique<OneChannel>(server);
  };
  const auto host = sftp::make_host(connect, "/site", 1);
  server.dies_after = 60;
  const BuiltSite site(first_site());
  TestClock clock;
  const Deployed deployed = deploy_site(*host, site, clock);
  CHECK_FALSE(deployed.outcome.complete);
  CHECK(contains_code(deployed, "deploy-failed"));
  CHECK(contains_code(deployed, "deploy-lock-stays"));
}
