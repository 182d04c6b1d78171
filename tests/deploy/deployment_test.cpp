#include "deploy/deployment.hpp"

#include <doctest/doctest.h>

#include <set>

#include "deploy/plan/known.hpp"
#include "deploy/small_output.hpp"

using namespace thidua;
using namespace thidua::testing;
using Names = std::vector<std::string>;

namespace {

std::size_t position(const Names& list, const std::string& name) {
  const auto at = std::find(list.begin(), list.end(), name);
  REQUIRE_MESSAGE(at != list.end(), name << " never travelled");
  return static_cast<std::size_t>(at - list.begin());
}

bool contains(const Names& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

}  // namespace

TEST_CASE("deploy::deploy: an empty host gets the whole site, its forms and its list, and nothing else") {
  Store store;
  TestClock clock;
  ScriptedHost host(store, clock);
  const BuiltSite site(first_site());
  const Deployed deployed = deploy_site(host, site, clock);
  CHECK(deployed.codes() == Names{});
  CHECK(deployed.outcome.complete);
  CHECK(deployed.outcome.sent == first_site().size());
  CHECK(shown(store, site) == first_site());
  CHECK(store.files.contains("phong-trao/b/index.html.br"));
  CHECK(store.files.contains("phong-trao/b/index.html.gz"));
  CHECK_FALSE(store.files.contains("media/hinh.webp.gz"));
  CHECK_FALSE(store.files.contains(deploy::kJournalName));
  CHECK_FALSE(store.lock);
  const auto manifest = publish::parse_manifest(store.files.at(std::string(publish::kManifestName)).bytes);
  REQUIRE(manifest);
  CHECK(manifest->files.size() + 1 == store.files.size());  // itself
}

TEST_CASE("deploy::deploy: what pages need comes first, then pages, then entries, then removals, then the list") {
  Store store;
  TestClock clock;
  const BuiltSite before(first_site()), after(second_site());
  ScriptedHost first(store, clock);
  REQUIRE(deploy_site(first, before, clock).outcome.complete);
  ScriptedHost host(store, clock);
  REQUIRE(deploy_site(host, after, clock).outcome.complete);
  const Names& log = host.log();
  const auto at = [&](const std::string& line) { return position(log, line); };
  CHECK(at("make lock") < at("read .thidua-manifest.json"));
  CHECK(at("put .thidua-journal.json") < at("put assets/site.2222.css"));
  const std::size_t page_first = at("put phong-trao/a/index.html"), page_last = at("put phong-trao/c d%+=/index.html");
  for (const char* needed : {"assets/site.2222.css", "tim-kiem/bbbbbbbbbbbbbbbb/0.bin", "du-lieu/diem.csv"})
    CHECK(at("put " + std::string(needed)) < std::min(page_first, page_last));
  for (const char* entry : {"index.html", "sitemap.xml", "tim-kiem/chi-muc.json"}) {
    CHECK(at("put " + std::string(entry)) > std::max(page_first, page_last));
    CHECK(at("put " + std::string(entry)) < at("remove phong-trao/đi/index.html"));
  }
  CHECK(at("remove phong-trao/đi/index.html") < at("put .thidua-manifest.json"));
  CHECK(at("put .thidua-manifest.json") < at("remove .thidua-journal.json"));
  CHECK(log.back() == "remove lock");
}

TEST_CASE("deploy::deploy: only what changed travels") {
  Store store;
  TestClock clock;
  const BuiltSite before(first_site());
  ScriptedHost first(store, clock);
  REQUIRE(deploy_site(first, before, clock).outcome.complete);

  ScriptedHost again(store, clock);
  const Deployed same = deploy_site(again, before, clock);
  CHECK(same.outcome.complete);
  CHECK(same.outcome.plan.unchanged == first_site().size());
  CHECK(again.log_of("put") == Names{});
  CHECK(again.log_of("remove") == Names{"lock"});

  Site one_page = first_site();
  one_page["phong-trao/b/index.html"] = page("b mới");
  const BuiltSite after(one_page);
  ScriptedHost host(store, clock);
  const Deployed changed = deploy_site(host, after, clock);
  CHECK(changed.outcome.sent == 1);
  const std::set<std::string> sent = [&] {
    const Names list = host.log_of("put");
    return std::set<std::string>(list.begin(), list.end());
  }();
  CHECK(sent == std::set<std::string>{"phong-trao/b/index.html", "phong-trao/b/index.html.br",
                                      "phong-trao/b/index.html.gz", deploy::kJournalName, ".thidua-manifest.json"});
  CHECK(shown(store, after) == one_page);
}

TEST_CASE(
    "deploy::deploy: a page that is gone goes with its forms; assets stay an hour for pages that were loaded before") {
  Store store;
  TestClock clock;
  const BuiltSite before(first_site()), after(second_site());
  ScriptedHost first(store, clock), second(store, clock), third(store, clock), fourth(store, clock);
  REQUIRE(deploy_site(first, before, clock).outcome.complete);
  const Deployed deployed = deploy_site(second, after, clock);
  CHECK(deployed.outcome.removed == 1);
  CHECK(deployed.outcome.kept == 2);
  for (const char* ending : {"", ".br", ".gz"})
    CHECK_FALSE(store.files.contains("phong-trao/đi/index.html" + std::string(ending)));
  CHECK(store.files.contains("assets/site.1111.css"));
  CHECK(store.files.contains("tim-kiem/aaaaaaaaaaaaaaaa/0.bin"));

  clock.pass(std::chrono::minutes(59));
  REQUIRE(deploy_site(third, after, clock).outcome.complete);
  CHECK(store.files.contains("assets/site.1111.css"));
  clock.pass(std::chrono::minutes(2));
  CHECK(deploy_site(fourth, after, clock).outcome.removed == 2);
  CHECK_FALSE(store.files.contains("assets/site.1111.css"));
  CHECK_FALSE(store.files.contains("tim-kiem/aaaaaaaaaaaaaaaa/0.bin"));
  CHECK(shown(store, after) == second_site());
}

TEST_CASE("deploy::deploy: files that no list of ours names are left alone") {
  Store store;
  TestClock clock;
  store.files["cua-toi.txt"] = {"mine", {}};
  store.files["index.html.bak"] = {"mine", {}};
  const BuiltSite before(first_site()), after(second_site());
  ScriptedHost first(store, clock), second(store, clock);
  REQUIRE(deploy_site(first, before, clock).outcome.complete);
  REQUIRE(deploy_site(second, after, clock).outcome.complete);
  CHECK(store.files.at("cua-toi.txt").bytes == "mine");
  CHECK(store.files.contains("index.html.bak"));
}

TEST_CASE("deploy::deploy: an upload error for good ends it: later groups are not begun and nothing is removed") {
  for (const deploy::FailureKind kind :
       {deploy::FailureKind::refused, deploy::FailureKind::full, deploy::FailureKind::unsupported}) {
    Store store;
    TestClock clock;
    const BuiltSite before(first_site()), after(second_site());
    ScriptedHost first(store, clock);
    REQUIRE(deploy_site(first, before, clock).outcome.complete);
    ScriptedHost host(store, clock, {Script::Event::fails, 1, kind, "put assets/site.2222.css", true});
    const Deployed deployed = deploy_site(host, after, clock);
    CHECK_FALSE(deployed.outcome.complete);
    CHECK(contains(deployed.codes(), "deploy-stands-needed"));
    CHECK(host.log_of("remove") == Names{"lock"});
    for (const std::string& path : host.log_of("put")) {
      CAPTURE(path);
      CHECK_FALSE(path.ends_with(".html"));
      CHECK(path != "sitemap.xml");
      CHECK(path != ".thidua-manifest.json");
    }
    CHECK(clock.slept().count() == 0);
    ScriptedHost next(store, clock);
    CHECK(deploy_site(next, after, clock).outcome.complete);
    CHECK(shown(store, after) == second_site());
  }
}

TEST_CASE("deploy::deploy: what fails in passing is tried three times more, with longer and longer pauses") {
  Store store;
  TestClock clock;
  const BuiltSite site(first_site());
  ScriptedHost host(store, clock,
                    {Script::Event::fails, 1, deploy::FailureKind::passing, "put phong-trao/a/index.html", true});
  const Deployed deployed = deploy_site(host, site, clock);
  CHECK_FALSE(deployed.outcome.complete);
  CHECK(deployed.codes() == Names{"deploy-failed", "deploy-stands-pages"});
  const Names puts = host.log_of("put");
  CHECK(std::count(puts.begin(), puts.end(), "phong-trao/a/index.html") == 4);
  CHECK(clock.slept() == std::chrono::seconds(1 + 4 + 15));
  CHECK_FALSE(store.lock);
}

TEST_CASE("deploy::deploy: a connection that breaks now and then costs pauses, and no file is sent twice") {
  Store store;
  TestClock clock;
  const BuiltSite site(first_site());
  for (const std::size_t at : {1, 5, 9}) {
    store = {};
    ScriptedHost host(store, clock, {Script::Event::breaks_off, at, deploy::FailureKind::passing, "put "});
    const Deployed deployed = deploy_site(host, site, clock);
    CHECK(deployed.outcome.complete);
    CHECK(deployed.codes() == Names{});
    CHECK(deployed.outcome.sent == first_site().size());
    CHECK(shown(store, site) == first_site());
  }
}
