#include "deploy/verify.hpp"

#include <doctest/doctest.h>

#include <mutex>
#include <set>

#include "deploy/small_output.hpp"
#include "publish/site_path.hpp"

using namespace thidua;
using namespace thidua::deploy;
using namespace thidua::testing;
using Names = std::vector<std::string>;

namespace {

constexpr const char* kAddress = "https://a.vn/trang";

/// A web server that shows a site, and what was asked of it.
struct Server {
  explicit Server(const BuiltSite& built, const Site& site) {
    for (const auto& [path, bytes] : site) pages[address_of(kAddress, path)] = {200, bytes};
    pages[address_of(kAddress, ".thidua-manifest.json")] = {200, publish::to_json(built.output.manifest)};
  }

  Fetch fetch() {
    return [this](const std::string& url) {
      const std::lock_guard lock(mutex);
      asked.insert(url);
      const auto at = pages.find(url);
      return at == pages.end() ? Fetched{404, "no"} : at->second;
    };
  }

  std::map<std::string, Fetched> pages;
  std::set<std::string> asked;
  std::mutex mutex;
};

Names verified(Server& server, const BuiltSite& built, const Plan& plan) {
  Diagnostics diagnostics;
  verify(built.output, plan, kAddress, server.fetch(), 2, diagnostics);
  Names out;
  for (const Diagnostic& one : diagnostics.sorted())
    out.push_back(std::string(describe(one.code).name) + " " + one.args.front());
  return out;
}

}  // namespace

TEST_CASE("deploy::address_of: folders for their pages, and every other character encoded") {
  CHECK(address_of("https://a.vn", "index.html") == "https://a.vn/");
  CHECK(address_of("https://a.vn/b/", "c/index.html") == "https://a.vn/b/c/");
  CHECK(address_of("https://a.vn/", "đ i%+=.html") == "https://a.vn/%C4%91%20i%25%2B%3D.html");
  CHECK(address_of("https://a.vn/", "myindex.html") == "https://a.vn/myindex.html");
}

TEST_CASE("deploy::verify: a site that is as it was built") {
  const BuiltSite built(second_site());
  Server server(built, second_site());
  CHECK(verified(server, built, {}) == Names{});
  CHECK(server.asked.contains("https://a.vn/trang/"));
  CHECK(server.asked.contains("https://a.vn/trang/.thidua-manifest.json"));
  CHECK(server.asked.contains("https://a.vn/trang/phong-trao/c%20d%25%2B%3D/"));
}

TEST_CASE("deploy::verify: every page that was sent and a sample of the others are read back") {
  Site site = first_site();
  for (int i = 0; i < 500; ++i) site["tin/" + std::to_string(i) + "/index.html"] = page(std::to_string(i));
  const BuiltSite built(site);
  Plan plan;
  for (int i = 0; i < 100; ++i) plan.send.push_back({"tin/" + std::to_string(i * 5) + "/index.html"});
  plan.send.push_back({"assets/site.1111.css"});
  const Names paths = to_verify(built.output, plan);
  CHECK(paths.size() > 110);
  CHECK(paths.size() <= 100 + kSample + 1);
  const std::set<std::string> all(paths.begin(), paths.end());
  for (int i = 0; i < 100; ++i) CHECK(all.contains("tin/" + std::to_string(i * 5) + "/index.html"));
  CHECK_FALSE(all.contains("assets/site.1111.css"));
}

TEST_CASE("deploy::verify: tells what readers do not get, and what they get instead") {
  const BuiltSite built(second_site());
  Server server(built, second_site());
  server.pages["https://a.vn/trang/"].bytes = "older";
  server.pages.erase("https://a.vn/trang/phong-trao/b/");
  server.pages["https://a.vn/trang/phong-trao/a/"] = {0, "connection refused"};
  CHECK(verified(server, built, {}) == Names{"deploy-verify-unread https://a.vn/trang/phong-trao/a/",
                                             "deploy-verify-unread https://a.vn/trang/phong-trao/b/",
                                             "deploy-verify-differs https://a.vn/trang/"});
}

TEST_CASE("deploy::verify: a hidden list is a warning, another build's an error") {
  const BuiltSite built(second_site());
  Server server(built, second_site());
  const std::string list = "https://a.vn/trang/.thidua-manifest.json";
  server.pages[list] = {200, publish::to_json({{{"generator", "another"}}, {}})};
  CHECK(verified(server, built, {}) == Names{"deploy-verify-differs " + list});
  server.pages.erase(list);
  CHECK(verified(server, built, {}) == Names{"deploy-verify-list " + list});
}
