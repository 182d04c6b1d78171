// A deployer that dies at any operation, and the next one that goes on from there.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "deploy/plan/known.hpp"
#include "deploy/small_output.hpp"

using namespace thidua;
using namespace thidua::testing;
using Names = std::vector<std::string>;
using Event = Script::Event;

namespace {

/// What a reader who has a page asks for next: the style sheet and the index of the build that the page is of. A page
/// that both builds have names neither.
std::string missing_for_readers(const Store& store, const Site& before, const Site& after) {
  std::string out;
  for (const auto& [path, file] : store.files) {
    const bool is_old = before.contains(path) && before.at(path) == file.bytes;
    const bool is_new = after.contains(path) && after.at(path) == file.bytes;
    if (!path.ends_with(".html") && path != "tim-kiem/chi-muc.json") continue;
    if (is_old == is_new) continue;
    for (const auto& [needed, bytes] : is_old ? before : after) {
      const bool is_asset = needed.starts_with("assets/") || needed.ends_with(".bin");
      const auto at = store.files.find(needed);
      const bool is_there = at != store.files.end() && at->second.bytes == bytes;
      if (is_asset && !is_there) out.append(path).append(" needs ").append(needed).append("\n");
    }
  }
  return out;
}

/// A host that has the first site, and how many operations a deployment of the second takes.
struct Start {
  Store store;
  TestClock clock;
  std::size_t operations = 0;
};

Start start(const BuiltSite& before, const BuiltSite& after) {
  Start out;
  ScriptedHost first(out.store, out.clock);
  REQUIRE(deploy_site(first, before, out.clock).outcome.complete);
  Store copy = out.store;
  ScriptedHost counting(copy, out.clock);
  REQUIRE(deploy_site(counting, after, out.clock).outcome.complete);
  out.operations = counting.log().size();
  return out;
}

std::set<std::string> without_lists(const Names& names) {
  std::set<std::string> out(names.begin(), names.end());
  out.erase(deploy::kJournalName);
  out.erase(".thidua-manifest.json");
  return out;
}

}  // namespace

TEST_CASE("deploy::deploy: dies at any operation; readers miss nothing, and the next run completes the site") {
  const BuiltSite before(first_site()), after(second_site());
  const Start begin = start(before, after);
  CHECK(begin.operations > 30);
  for (const Event event : {Event::dies_before, Event::dies_after}) {
    for (std::size_t at = 1; at <= begin.operations; ++at) {
      CAPTURE(at);
      Start now = begin;
      ScriptedHost dying(now.store, now.clock, {event, at});
      const auto look = [&](const std::string& line) {
        CAPTURE(line);
        CHECK(missing_for_readers(now.store, first_site(), second_site()) == "");
      };
      dying.after = look;
      CHECK(deploy_site(dying, after, now.clock).died);
      now.clock.pass(std::chrono::minutes(16));  // until its lock has expired
      ScriptedHost next(now.store, now.clock);
      next.after = look;
      const Deployed deployed = deploy_site(next, after, now.clock, {.run = "run-2"});
      CHECK(deployed.outcome.complete);
      CHECK(shown(now.store, after) == second_site());
      CHECK_FALSE(now.store.files.contains("phong-trao/đi/index.html"));
      CHECK_FALSE(now.store.files.contains(deploy::kJournalName));
      CHECK_FALSE(now.store.lock);
    }
  }
}

TEST_CASE("deploy::deploy: dies while it fills an empty host, with another site next; nothing of the first stays") {
  Site lonely = first_site();
  lonely["phong-trao/chi-ban-dau/index.html"] = page("only in the first");
  const BuiltSite first(lonely), second(second_site());
  for (std::size_t at = 1;; ++at) {
    CAPTURE(at);
    Store store;
    TestClock clock;
    ScriptedHost dying(store, clock, {Event::dies_after, at});
    const bool died = deploy_site(dying, first, clock).died;
    clock.pass(std::chrono::hours(2));
    for (const char* run : {"run-2", "run-3"}) {  // what has a hash in its name goes an hour later
      ScriptedHost next(store, clock);
      CHECK(deploy_site(next, second, clock, {.run = run}).outcome.complete);
      clock.pass(std::chrono::hours(2));
    }
    CHECK(shown(store, second) == second_site());
    for (const std::string& path : names(store)) {
      CAPTURE(path);
      CHECK((path == ".thidua-manifest.json" || second_site().contains(path) ||
             second_site().contains(path.substr(0, path.size() - 3))));
    }
    if (!died) break;
  }
}

TEST_CASE("deploy::deploy: what the host had confirmed by the last journal is not sent again") {
  const BuiltSite after(second_site());
  Store store;
  TestClock clock;
  ScriptedHost dying(store, clock, {Event::dies_before, 1, {}, "put sitemap.xml"});
  dying.per_operation = std::chrono::seconds(6);  // so that the journal is due after each group
  CHECK(deploy_site(dying, after, clock).died);
  const auto sent_before = without_lists(dying.log_of("put"));
  clock.pass(std::chrono::hours(1));
  ScriptedHost next(store, clock);
  CHECK(deploy_site(next, after, clock, {.run = "run-2"}).outcome.complete);
  for (const std::string& path : without_lists(next.log_of("put"))) {
    CAPTURE(path);
    const bool is_entry = path == "index.html" || path.starts_with("index.html.") || path == "sitemap.xml" ||
                          path == "tim-kiem/chi-muc.json" || path == "du-lieu/cong-bo.json";
    CHECK(is_entry);
    CHECK((path == "sitemap.xml" || path == "tim-kiem/chi-muc.json" || sent_before.contains(path)));
  }
  CHECK(shown(store, after) == second_site());
}

TEST_CASE(
    "deploy::deploy: stopped from outside, it tells the host what is done, gives the lock back and says where it is") {
  const BuiltSite site(first_site());
  Store store;
  TestClock clock;
  ScriptedHost host(store, clock);
  bool stop = false;
  host.after = [&](const std::string& line) { stop |= line == "put phong-trao/a/index.html"; };
  const Deployed deployed = deploy_site(host, site, clock, {.stopped = [&] { return stop; }});
  CHECK_FALSE(deployed.outcome.complete);
  CHECK(deployed.codes() == Names{"deploy-stopped", "deploy-stands-pages"});
  CHECK_FALSE(store.lock);
  CHECK_FALSE(store.files.contains("index.html"));
  ScriptedHost next(store, clock);
  CHECK(deploy_site(next, site, clock).outcome.complete);
  const auto again = without_lists(next.log_of("put"));
  for (const std::string& path : without_lists(host.log_of("put"))) {
    CAPTURE(path);
    CHECK(again.contains(path) == (path == "phong-trao/a/index.html"));  // whose forms had not arrived
  }
  CHECK(shown(store, site) == first_site());
}

TEST_CASE("deploy::deploy: takes no longer than it may") {
  const BuiltSite site(first_site());
  Store store;
  TestClock clock;
  ScriptedHost host(store, clock);
  host.per_operation = std::chrono::seconds(2);
  const Deployed deployed = deploy_site(host, site, clock, {.order = {.whole = std::chrono::seconds(30)}});
  CHECK_FALSE(deployed.outcome.complete);
  CHECK(deployed.codes().front() == "deploy-out-of-time");
  CHECK(host.log().size() < 25);
}

TEST_CASE(
    "deploy::deploy: without a list, or with a damaged one, every file is sent and nothing is taken to be there") {
  const BuiltSite before(first_site()), after(second_site());
  for (const bool damaged : {false, true}) {
    Store store;
    TestClock clock;
    ScriptedHost first(store, clock);
    REQUIRE(deploy_site(first, before, clock).outcome.complete);
    if (damaged)
      store.files.at(".thidua-manifest.json").bytes.resize(100);
    else
      store.files.erase(".thidua-manifest.json");
    store.files.at("phong-trao/b/index.html").bytes = "spoilt";
    ScriptedHost host(store, clock);
    const Deployed deployed = deploy_site(host, after, clock);
    CHECK(deployed.outcome.complete);
    CHECK(deployed.codes() == (damaged ? Names{"deploy-manifest-damaged"} : Names{}));
    CHECK(deployed.outcome.sent == second_site().size());
    CHECK(shown(store, after) == second_site());
    CHECK(store.files.contains("phong-trao/đi/index.html"));  // nobody knows any more that it was ours
  }
}

TEST_CASE("deploy::recall: a journal of another list is passed over") {
  const publish::Manifest old{{}, {{"a.html", {1, std::string(32, '1'), {}}}}};
  const std::string text = publish::to_json(old);
  deploy::Known known = deploy::recall(text, std::nullopt).known;
  known.doubtful.insert("a.html");
  known.files.clear();
  known.files["b.html"] = {2, std::string(32, '2'), "tag"};
  const std::string journal = deploy::journal_text(known, old.files);
  const deploy::Recalled same = deploy::recall(text, journal);
  CHECK(same.memory == deploy::Memory::interrupted);
  CHECK(same.known.files == known.files);
  CHECK(same.known.doubtful.contains("a.html"));
  const deploy::Recalled other = deploy::recall(text + " ", journal);
  CHECK(other.memory == deploy::Memory::whole);
  CHECK(other.known.files == old.files);
  CHECK(deploy::recall(text, std::string("{")).memory == deploy::Memory::whole);
}
