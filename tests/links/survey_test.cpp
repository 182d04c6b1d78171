// The survey on servers of the test's own: each case as real hosts give it.
#include "links/survey.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <mutex>

#include "base/http/test_server.hpp"

using namespace thidua;
using namespace thidua::links;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using testing::BluntServer;
using testing::TestServer;

namespace {

SurveyOptions quick() {
  SurveyOptions options;
  options.pause = milliseconds(1);
  options.persistence = {.tries = 3, .pause = milliseconds(5), .longest = milliseconds(1'500)};
  options.patience = {
      .connect = std::chrono::seconds(2), .silence = std::chrono::seconds(2), .whole = milliseconds(300)};
  options.reach = http::Reach::loopback_only;
  return options;
}

Findings found(const std::vector<std::string>& addresses, const SurveyOptions& options = quick()) {
  std::vector<http::Url> urls;
  for (const std::string& address : addresses) urls.push_back(http::parse_url(address).value());
  return ask(urls, options);
}

/// Answers everything with a status, and remembers what was asked.
class Listing : public TestServer {
 public:
  Listing() {
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      const std::lock_guard lock(mutex_);
      asked_.push_back(request.method + " " + request.target);
      return before(request, response) ? HandlerResponse::Handled : HandlerResponse::Unhandled;
    });
  }

  std::vector<std::string> asked() {
    const std::lock_guard lock(mutex_);
    return asked_;
  }
  std::ptrdiff_t count(const std::string& what) {
    const auto list = asked();
    return std::ranges::count(list, what);
  }

  std::function<bool(const httplib::Request&, httplib::Response&)> before = [](const auto&, auto&) { return false; };

 private:
  std::mutex mutex_;
  std::vector<std::string> asked_;
};

}  // namespace

TEST_CASE("links::ask: robots.txt first and once, then each address once") {
  Listing server;
  server.Get("/x", [](const httplib::Request&, httplib::Response&) {});
  const std::string x = server.at("/x"), none = server.at("/none");
  const Findings findings = found({x, none, x});
  CHECK(findings == Findings{{x, {}}, {none, {Outcome::gone, "HTTP 404"}}});
  CHECK(server.asked() == std::vector<std::string>{"GET /robots.txt", "HEAD /x", "HEAD /none", "GET /none"});
}

TEST_CASE("links::ask: what robots.txt forbids is not asked for; without one, or with a forbidden one, all is") {
  Listing server;
  std::atomic<int> status = 200;
  server.Get("/robots.txt", [&](const httplib::Request&, httplib::Response& response) {
    response.status = status;
    response.set_content("User-agent: thidua\nDisallow: /kin\n", "text/plain");
  });
  server.Get("/(kin|mo)", [](const httplib::Request&, httplib::Response&) {});
  const std::string closed = server.at("/kin"), open = server.at("/mo");
  CHECK(found({closed, open}) == Findings{{closed, {Outcome::robots, "127.0.0.1"}}, {open, {}}});
  CHECK(server.count("HEAD /kin") == 0);
  for (const int absent : {401, 403, 404}) {
    status = absent;
    CHECK(found({closed}) == Findings{{closed, {}}});
  }
}

TEST_CASE("links::ask: a robots.txt that leads nowhere in many steps is none") {
  Listing server;
  server.redirect("/robots.txt", 302, "/robots.txt");
  server.Get("/x", [](const httplib::Request&, httplib::Response&) {});
  CHECK(found({server.at("/x")}) == Findings{{server.at("/x"), {}}});
}

TEST_CASE("links::ask: a robots.txt that fails keeps us out, after more tries") {
  Listing server;
  std::atomic<int> failures = 100;
  server.Get("/robots.txt", [&](const httplib::Request&, httplib::Response& response) {
    response.status = failures-- > 0 ? 500 : 404;
  });
  server.Get("/x", [](const httplib::Request&, httplib::Response&) {});
  const std::string x = server.at("/x");
  CHECK(found({x}) == Findings{{x, {Outcome::unreachable, "robots.txt: HTTP 500"}}});
  CHECK(server.count("GET /robots.txt") == 3);
  CHECK(server.count("HEAD /x") == 0);
  failures = 2;
  CHECK(found({x}) == Findings{{x, {}}});
}

TEST_CASE("links::ask: redirects, for good and for now, over hosts, in a circle") {
  Listing first, second;
  second.Get("/moi", [](const httplib::Request&, httplib::Response&) {});
  first.redirect("/cu", 301, "/giua");
  first.redirect("/giua", 308, second.at("/moi"));
  first.redirect("/nay", 302, second.at("/moi"));
  first.redirect("/a", 302, "/b");
  first.redirect("/b", 302, "/a");
  first.redirect("/mat", 301, second.at("/mat"));
  first.redirect("/cam", 301, second.at("/cam"));
  second.Get("/robots.txt", [](const httplib::Request&, httplib::Response& response) {
    response.set_content("User-agent: *\nDisallow: /cam", "text/plain");
  });
  const auto findings = found({first.at("/cu"), first.at("/nay"), first.at("/a"), first.at("/mat"), first.at("/cam")});
  CHECK(findings.at(first.at("/cu")) == Finding{Outcome::moved, second.at("/moi")});
  CHECK(findings.at(first.at("/nay")) == Finding{Outcome::redirected, second.at("/moi")});
  CHECK(findings.at(first.at("/a")) == Finding{Outcome::unreachable, "redirects in a circle, " + first.at("/b")});
  CHECK(findings.at(first.at("/mat")) == Finding{Outcome::gone, "HTTP 404, " + second.at("/mat")});
  CHECK(findings.at(first.at("/cam")) == Finding{Outcome::robots, "127.0.0.1"});
  CHECK(second.count("HEAD /cam") == 0);
}

TEST_CASE("links::ask: HEAD refused, walls, a server that recovers, and one that does not") {
  Listing server;
  std::atomic<int> failures = 2;
  server.before = [&](const httplib::Request& request, httplib::Response& response) {
    const bool head = request.method == "HEAD";
    if (request.path == "/khong-head") response.status = head ? 405 : 200;
    if (request.path == "/tuong") response.status = 403;
    if (request.path == "/hong") response.status = 500;
    if (request.path == "/hoi-phuc") response.status = failures-- > 0 ? 500 : 200;
    return response.status > 0;
  };
  const auto findings =
      found({server.at("/khong-head"), server.at("/tuong"), server.at("/hong"), server.at("/hoi-phuc")});
  CHECK(findings.at(server.at("/khong-head")) == Finding{});
  CHECK(findings.at(server.at("/tuong")) == Finding{Outcome::blocked, "HTTP 403"});
  CHECK(findings.at(server.at("/hong")) == Finding{Outcome::unreachable, "HTTP 500"});
  CHECK(server.count("GET /hong") == 3);
  CHECK(findings.at(server.at("/hoi-phuc")) == Finding{});
}

TEST_CASE("links::ask: 429 is waited for as long as it asks, and for too long is blocked for all of the server") {
  Listing server;
  std::atomic<int> busy = 1;
  server.before = [&](const httplib::Request& request, httplib::Response& response) {
    if (request.path == "/ban" && busy-- > 0) {
      response.status = 429;
      response.set_header("Retry-After", "1");
    }
    if (request.path == "/lau") {
      response.status = 429;
      response.set_header("Retry-After", "3600");
    }
    return response.status > 0;
  };
  server.Get("/ban", [](const httplib::Request&, httplib::Response&) {});
  server.Get("/sau", [](const httplib::Request&, httplib::Response&) {});
  const auto begin = steady_clock::now();
  CHECK(found({server.at("/ban")}) == Findings{{server.at("/ban"), {}}});
  CHECK(steady_clock::now() - begin >= std::chrono::seconds(1));
  const auto findings = found({server.at("/lau"), server.at("/sau")});
  CHECK(findings.at(server.at("/lau")) == Finding{Outcome::blocked, "HTTP 429"});
  CHECK(findings.at(server.at("/sau")) == Finding{Outcome::blocked, "HTTP 429"});
  CHECK(server.count("HEAD /sau") == 0);
}

TEST_CASE("links::ask: a long page is cut early, also with GET") {
  TestServer server;
  std::atomic<std::size_t> sent = 0;
  server.Get("/dai", [&](const httplib::Request& request, httplib::Response& response) {
    if (request.method == "HEAD") {
      response.status = 405;
      return;
    }
    response.set_chunked_content_provider("text/html", [&](std::size_t, httplib::DataSink& sink) {
      const std::string block(65'536, 'x');
      sent += block.size();
      return sink.write(block.data(), block.size()) && sent < (512u << 20);
    });
  });
  CHECK(found({server.at("/dai")}) == Findings{{server.at("/dai"), {}}});
  CHECK(sent < (64u << 20));  // what sockets take before they are closed
}

TEST_CASE("links::ask: silence, cut answers, no HTTP, nobody there") {
  TestServer slow;
  slow.Get("/robots.txt", [](const httplib::Request&, httplib::Response& response) { response.status = 404; });
  slow.Get("/.*", [](const httplib::Request&, httplib::Response&) { std::this_thread::sleep_for(milliseconds(600)); });
  BluntServer cut("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx"), noise("SSH-2.0-x\r\n\r\n");
  std::string closed;
  {
    TestServer gone;
    closed = gone.at("/x");
  }
  const auto findings =
      found({slow.at("/1"), slow.at("/2"), slow.at("/3"), slow.at("/4"), cut.at("/x"), noise.at("/x"), closed});
  CHECK(findings.size() == 7);
  for (const auto& [address, finding] : findings) {
    CAPTURE(address);
    CHECK(finding.outcome == Outcome::unreachable);
    CHECK(finding.detail != "");
  }
}

TEST_CASE("links::ask: a host that does not exist is broken, one that no name server tells of is not") {
  auto options = quick();
  options.reach = http::Reach::public_only;
  std::atomic<NameState> state = NameState::unknown;
  options.look_up = [&](const std::string& host) {
    CHECK(host == "khong-co.invalid");
    return state.load();
  };
  const std::string a = "http://khong-co.invalid/a", b = "http://khong-co.invalid/b";
  CHECK(found({a, b}, options) ==
        Findings{{a, {Outcome::no_host, "khong-co.invalid"}}, {b, {Outcome::no_host, "khong-co.invalid"}}});
  for (const NameState unsure : {NameState::cannot_tell, NameState::exists}) {
    state = unsure;
    CHECK(found({a}, options).at(a).outcome == Outcome::unreachable);
  }
}

TEST_CASE("links::ask: this machine and its network are not asked, also behind a redirect, unless allowed by name") {
  Listing server, other;
  other.Get("/x", [](const httplib::Request&, httplib::Response&) {});
  server.redirect("/ra", 302, other.at("/x"));
  auto options = quick();
  options.reach = http::Reach::public_only;
  CHECK(found({server.at("/ra")}, options) == Findings{{server.at("/ra"), {Outcome::local_network, "127.0.0.1"}}});
  CHECK(server.asked().empty());
  options.allowed = {"127.0.0.1:" + std::to_string(server.port())};
  CHECK(found({server.at("/ra")}, options).at(server.at("/ra")).outcome == Outcome::local_network);
  CHECK(other.asked().empty());
  options.allowed = {"127.0.0.1"};
  CHECK(found({server.at("/ra")}, options).at(server.at("/ra")) == Finding{Outcome::redirected, other.at("/x")});
}

TEST_CASE("links::ask: one request to a host at a time with pauses between, and several hosts at once") {
  constexpr int kEach = 5;
  constexpr milliseconds kTakes{30}, kPause{40};
  TestServer server;
  std::mutex mutex;
  std::map<std::string, int> under_way;
  std::map<std::string, steady_clock::time_point> ended;
  int most_of_one = 0, most = 0, all = 0;
  milliseconds least{1'000};
  server.Get("/.*", [&](const httplib::Request& request, httplib::Response&) {
    const std::string host = request.get_header_value("Host");
    {
      const std::lock_guard lock(mutex);
      most_of_one = std::max(most_of_one, ++under_way[host]);
      most = std::max(most, ++all);
      if (ended.contains(host))
        least = std::min(least, std::chrono::duration_cast<milliseconds>(steady_clock::now() - ended[host]));
    }
    std::this_thread::sleep_for(kTakes);
    const std::lock_guard lock(mutex);
    --under_way[host], --all;
    ended[host] = steady_clock::now();
  });
  auto options = quick();
  options.pause = kPause;
  options.hosts = 3;
  std::atomic<int> steps = 0;
  options.step = [&] { ++steps; };
  std::vector<std::string> addresses;
  for (const char* host : {"127.0.0.1", "localhost"}) {
    for (int i = 0; i < kEach; ++i)
      addresses.push_back("http://" + std::string(host) + ":" + std::to_string(server.port()) + "/" +
                          std::to_string(i));
  }
  const auto findings = found(addresses, options);
  CHECK(findings.size() == 2 * kEach);
  CHECK(steps == 2 * kEach);
  CHECK(most_of_one == 1);
  CHECK(most == 2);
  CHECK(least >= kPause - milliseconds(1));
}

TEST_CASE("links::ask: what is found does not depend on how many hosts are asked at once") {
  TestServer server;
  server.Get("/(0|2|4)", [](const httplib::Request&, httplib::Response&) {});
  std::vector<std::string> addresses;
  for (const char* host : {"127.0.0.1", "localhost"}) {
    for (int i = 0; i < 6; ++i)
      addresses.push_back("http://" + std::string(host) + ":" + std::to_string(server.port()) + "/" +
                          std::to_string(i));
  }
  auto options = quick();
  options.hosts = 1;
  const Findings one = found(addresses, options);
  std::ranges::reverse(addresses);
  options.hosts = 16;
  CHECK(found(addresses, options) == one);
}
