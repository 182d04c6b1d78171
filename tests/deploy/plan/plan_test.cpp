#include "deploy/plan/plan.hpp"

#include <doctest/doctest.h>

#include "data/web/keeping.hpp"
#include "deploy/plan/forms.hpp"
#include "deploy/plan/headers.hpp"
#include "deploy/small_output.hpp"

using namespace thidua;
using namespace thidua::deploy;
using namespace thidua::testing;
using Names = std::vector<std::string>;

namespace {

publish::FileFacts facts(std::uint64_t size, char digit, std::string sent = {}) {
  return {size, std::string(32, digit), std::move(sent)};
}

/// So many pages, named by number.
Files pages(std::size_t count) {
  Files out;
  for (std::size_t i = 0; i < count; ++i) out["p/" + std::to_string(i) + ".html"] = facts(10, '1');
  return out;
}

}  // namespace

TEST_CASE("deploy::group_of: what pages need, pages, what leads to them") {
  for (const char* path : {"assets/css/site.0.css", "tim-kiem/0123456789abcdef/1.bin", "media/a.webp",
                           "du-lieu/diem.csv", "lich/tat-ca.ics"})
    CHECK(group_of(path) == Group::needed);
  for (const char* path : {"phong-trao/index.html", "404.html", "tim-kiem/index.html"})
    CHECK(group_of(path) == Group::pages);
  for (const char* path : {"index.html", "sitemap.xml", "tin-tuc/feed.xml", "tim-kiem/chi-muc.json", "_redirects",
                           "du-lieu/cong-bo.json", "robots.txt"})
    CHECK(group_of(path) == Group::entries);
}

TEST_CASE("data::never_changes: assets and the search index, by the hash in their names") {
  CHECK(data::never_changes("assets/css/site.d2088d567305.css"));
  CHECK(data::never_changes("tim-kiem/0123456789abcdef/0.bin"));
  for (const char* path :
       {"assets", "assets.html", "tim-kiem/index.html", "tim-kiem/chi-muc.json", "tim-kiem/0123456789abcdef",
        "tim-kiem/0123456789abcde/0.bin", "tim-kiem/0123456789abcdef0/0.bin", "media/a.webp", "index.html"}) {
    CAPTURE(path);
    CHECK_FALSE(data::never_changes(path));
  }
}

TEST_CASE("deploy::headers_of: a year for what never changes, minutes for the rest, and what it is") {
  CHECK(headers_of("assets/a.0.css").cache_control == "public, max-age=31536000, immutable");
  CHECK(headers_of("assets/a.0.css").content_type == "text/css; charset=utf-8");
  CHECK(headers_of("tin-tuc/index.html").cache_control == "public, max-age=300");
  CHECK(headers_of("lich/a.ics").content_type == "text/calendar; charset=utf-8");
  CHECK(fingerprint(headers_of("a.html")) != fingerprint(headers_of("a.css")));
  CHECK(fingerprint({}) == "");
}

TEST_CASE("deploy::make_form: the same bytes each time, smaller, and not for what does not shrink") {
  const std::string text = page("xin chào");
  for (const Form form : kForms) {
    const auto made = make_form(form, text);
    REQUIRE(made);
    CHECK(made->size() < text.size() / 4);
    CHECK(made == make_form(form, text));
    std::string noise;
    for (unsigned i = 0, state = 1; i < 5000; ++i)
      noise += static_cast<char>((state = state * 1664525 + 1013904223) >> 24U);
    CHECK_FALSE(make_form(form, noise));
  }
  CHECK(make_form(Form::gzip, text)->starts_with("\x1f\x8b"));
  CHECK(whose_form("a/b.html.br") == "a/b.html");
  CHECK(whose_form("a/b.html") == "");
  CHECK_FALSE(has_forms("a.html", 100));
  CHECK_FALSE(has_forms("a.webp", 100000));
}

TEST_CASE("deploy::make_plan: travels by content and by what is sent with it") {
  publish::Manifest output;
  output.files = {{"a.html", facts(1000, '1')}, {"b.css", facts(1000, '2')}, {"c.webp", facts(9, '3')}};
  Known known;
  CHECK(make_plan(output, known, Dress::beside).send.size() == 3);
  for (const auto& [path, one] : output.files)
    known.files[path] = {one.size, one.hash, sent_tag(path, one.size, Dress::headers)};
  CHECK(make_plan(output, known, Dress::headers).send.empty());
  CHECK(make_plan(output, known, Dress::headers).unchanged == 3);
  known.files["a.html"].sent = "another";
  CHECK(make_plan(output, known, Dress::headers).send.size() == 1);
  CHECK(make_plan(output, known, Dress::beside).send.size() == 3);
  known.files["a.html"] = facts(1000, '9', sent_tag("a.html", 1000, Dress::headers));
  CHECK(make_plan(output, known, Dress::headers).send.front().path == "a.html");
}

TEST_CASE("deploy::make_plan: forms are no files of their own") {
  publish::Manifest output;
  output.files = {{"a.html", facts(1000, '1')}};
  Known known;
  known.files = {{"a.html", facts(1000, '1', "forms")},
                 {"a.html.br", facts(9, '2')},
                 {"a.html.gz", facts(9, '3')},
                 {"b.html", facts(1000, '4')},
                 {"b.html.br", facts(9, '5')}};
  const Plan plan = make_plan(output, known, Dress::beside);
  CHECK(plan.unchanged == 1);
  CHECK(plan.leaving == Names{"b.html"});
  CHECK(to_remove(output, known, Dress::beside, {}) == Names{"b.html", "b.html.br"});
  CHECK(to_remove(output, known, Dress::plain, {}) == Names{"a.html.br", "a.html.gz", "b.html", "b.html.br"});
}

TEST_CASE("deploy::make_plan: what an interrupted deployment has left of files that stay is nothing that leaves") {
  Known known;
  known.files["a.html"] = {1, "a", {}};
  known.doubtful = {temporary_name("a.html"), "a.html.br", temporary_name("a.html.br"), "b.html"};
  publish::Manifest output;
  output.files["a.html"] = {1, "a", {}};
  for (const Dress dress : {Dress::plain, Dress::beside, Dress::headers})
    CHECK(make_plan(output, known, dress).leaving == std::vector<std::string>{"b.html"});
}

TEST_CASE("deploy::count_files: forms are not counted beside their files") {
  CHECK(count_files({{"a.css", {}}, {"a.css.br", {}}, {"a.css.gz", {}}, {"b.gz", {}}}) == 2);
  CHECK(count_files({}) == 0);
}

TEST_CASE("deploy::usual_limit: a fifth of the files, at least fifty") {
  Known known;
  for (const auto& [files, limit] : {std::pair<std::size_t, std::size_t>{0, 50}, {100, 50}, {250, 50}, {1000, 200}}) {
    known.files = pages(files);
    CHECK(usual_limit(known) == limit);
  }
}

TEST_CASE("deploy::counted_deletes: what has a hash in its name comes and goes uncounted") {
  Known known;
  known.files = pages(10);
  known.files["assets/a.0.css"] = facts(1, '1');
  known.files["p/0.html.gz"] = facts(1, '1');
  const Plan plan = make_plan({}, known, Dress::beside);
  CHECK(plan.leaving.size() == 11);
  CHECK(counted_deletes(plan, known) == 10);
}

TEST_CASE(
    "deploy::deploy: more removals than usual are refused before anything is sent, and done when they are wished") {
  Site many = first_site();
  for (int i = 0; i < 60; ++i) many["tin-tuc/" + std::to_string(i) + "/index.html"] = page(std::to_string(i));
  const BuiltSite before(many), after(second_site());
  Store store;
  TestClock clock;
  ScriptedHost first(store, clock), refusing(store, clock), strict(store, clock), wished(store, clock);
  REQUIRE(deploy_site(first, before, clock).outcome.complete);
  CHECK(deploy_site(refusing, after, clock).codes() == Names{"deploy-too-many-leave"});
  CHECK(refusing.log_of("put") == Names{});
  CHECK(refusing.log_of("remove") == Names{"lock"});
  CHECK(deploy_site(strict, after, clock, {.order = {.max_deletes = 60}}).codes() == Names{"deploy-too-many-leave"});
  const Deployed deployed = deploy_site(wished, after, clock, {.order = {.max_deletes = 61}});
  CHECK(deployed.outcome.complete);
  CHECK(deployed.outcome.removed == 61);
}

TEST_CASE("deploy::deploy: a dry run tells all and does nothing, even without a lock") {
  const BuiltSite before(first_site()), after(second_site());
  Store store;
  TestClock clock;
  ScriptedHost first(store, clock), dry(store, clock);
  REQUIRE(deploy_site(first, before, clock).outcome.complete);
  store.lock = "somebody's";
  const Deployed deployed = deploy_site(dry, after, clock, {.order = {.dry_run = true}});
  CHECK(deployed.outcome.complete);
  CHECK(deployed.outcome.plan.leaving ==
        Names{"assets/site.1111.css", "phong-trao/đi/index.html", "tim-kiem/aaaaaaaaaaaaaaaa/0.bin"});
  CHECK(deployed.outcome.plan.send.size() == 8);
  std::size_t fresh = 0;
  for (const Parcel& parcel : deployed.outcome.plan.send) fresh += parcel.is_new ? 1 : 0;
  CHECK(fresh == 3);
  CHECK(dry.log() == Names{"connect", "read .thidua-manifest.json", "read .thidua-journal.json"});
}

TEST_CASE("deploy::deploy: the host's record of results decides before anything is sent") {
  const BuiltSite before(first_site());
  Site changed = second_site();
  changed["du-lieu/cong-bo.json"] = "{\"version\": 2, \"records\": {\"x\": {}}}\n";
  const BuiltSite after(changed), same(second_site());
  Store store;
  TestClock clock;
  ScriptedHost first(store, clock), refusing(store, clock), quiet(store, clock), gone(store, clock);
  std::optional<std::string> seen;
  const auto refuse = [&](const std::optional<std::string>& record, Diagnostics& diagnostics) {
    seen = record;
    diagnostics.add(Code::changed_silently, {});
    return false;
  };
  REQUIRE(deploy_site(first, before, clock).outcome.complete);
  CHECK(deploy_site(refusing, after, clock, {.record_holds = refuse}).codes() == Names{"changed-silently"});
  CHECK(seen == first_site().at("du-lieu/cong-bo.json"));
  CHECK(refusing.log_of("put") == Names{});
  CHECK_FALSE(store.lock);
  seen.reset();
  CHECK(deploy_site(quiet, same, clock, {.record_holds = refuse}).outcome.complete);  // the same record: not asked
  CHECK_FALSE(seen);
  store.files.erase("du-lieu/cong-bo.json");
  CHECK(deploy_site(gone, after, clock, {.record_holds = refuse}).codes() == Names{"record-missing"});
}

TEST_CASE("deploy::deploy: a host with headers gets them, and no files beside; programs and styles come compressed") {
  Site site = first_site();
  site["assets/site.1111.css"] = page("p{}");
  const BuiltSite built(site);
  Store store;
  TestClock clock;
  ScriptedHost host(store, clock);
  host.abilities.headers = true;
  REQUIRE(deploy_site(host, built, clock).outcome.complete);
  CHECK(store.files.size() == site.size() + 1);
  const Store::File& css = store.files.at("assets/site.1111.css");
  CHECK(css.headers.content_encoding == "gzip");
  CHECK(css.headers.cache_control == "public, max-age=31536000, immutable");
  CHECK(css.bytes == make_form(Form::gzip, site.at("assets/site.1111.css")));
  CHECK(store.files.at("assets/site.1111.js").headers.content_encoding == "");  // too short to gain
  CHECK(store.files.at("index.html").bytes == site.at("index.html"));
  CHECK(store.files.at("index.html").headers.content_type == "text/html; charset=utf-8");
  ScriptedHost again(store, clock);
  again.abilities.headers = true;
  CHECK(deploy_site(again, built, clock).outcome.plan.unchanged == site.size());
}

TEST_CASE("deploy::deploy: forms that are not wished any more go, and the pages stay") {
  const BuiltSite built(first_site());
  Store store;
  TestClock clock;
  ScriptedHost first(store, clock), plain(store, clock);
  REQUIRE(deploy_site(first, built, clock).outcome.complete);
  REQUIRE(deploy_site(plain, built, clock, {.order = {.forms = false}}).outcome.complete);
  CHECK(store.files.size() == first_site().size() + 1);
  CHECK(shown(store, built) == first_site());
}

TEST_CASE("deploy::deploy: a file that is not as it was built is never sent") {
  const BuiltSite built(first_site());
  put(built.output.folder + "/phong-trao/a/index.html", "by hand");
  Store store;
  TestClock clock;
  ScriptedHost host(store, clock);
  const Deployed deployed = deploy_site(host, built, clock);
  CHECK(deployed.codes() == Names{"deploy-not-as-built", "deploy-stands-pages"});
  CHECK_FALSE(store.files.contains("phong-trao/a/index.html"));
  CHECK_FALSE(store.files.contains("index.html"));
}
