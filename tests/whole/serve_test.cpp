// The preview as a browser, a hostile page and an editor meet it.
#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <functional>
#include <regex>
#include <thread>

#include "outside/http.hpp"
#include "outside/program.hpp"
#include "outside/small_root.hpp"

namespace {

using namespace thidua::testing;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr const char* kNews = "content/news/khai-mac.md";
constexpr auto kRebuild = sanitized() ? 5000ms : 1000ms;  ///< from a change on disk to the news in the browser

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

bool comes_true(std::chrono::milliseconds patience, const std::function<bool()>& what) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (!what()) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::sleep_for(10ms);
  }
  return true;
}

/// `thidua serve` on a free port, in a root of its own.
class Served {
 public:
  explicit Served(const SmallRoot& root, std::vector<std::string> more = {})
      : program_({arguments(std::move(more)), root.path()}) {
    const std::regex address("http://127\\.0\\.0\\.1:([0-9]+)/");
    std::smatch found;
    std::string out;
    REQUIRE(comes_true(20s, [&] { return std::regex_search(out = program_.out(), found, address); }));
    port_ = std::stoi(found[1]);
  }

  int port() const { return port_; }
  RunningProgram& program() { return program_; }
  EventStream events() const { return EventStream(port_, "/.thidua/events"); }
  Reply get(const std::string& target) const { return thidua::testing::get(port_, target); }

 private:
  static std::vector<std::string> arguments(std::vector<std::string> more) {
    more.insert(more.begin(), {"serve", "--port", "0", "--today", "2025-12-31"});
    return more;
  }

  RunningProgram program_;
  int port_ = 0;
};

void retitle_news(const SmallRoot& root, const std::string& title) {
  put(root / kNews, "---\ntitle: " + title + "\nsummary: Tóm tắt.\ndate: 2025-04-01\n---\nNội dung.\n");
}

/// What `build` writes, by path.
Snapshot built(const SmallRoot& root, const std::string& base_url) {
  const Run run = run_program({{"build", "--today", "2025-12-31", "--base-url", base_url}, root.path()});
  REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  return snapshot(root / "public");
}

}  // namespace

TEST_CASE("whole: serve shows the files that build writes, pages with one script more, and writes nothing") {
  const SmallRoot root;
  const Served served(root);
  const Snapshot before = snapshot(root.path());
  CHECK_FALSE(fs::exists(root / "public"));
  const std::string base = "http://127.0.0.1:" + std::to_string(served.port()) + "/";
  std::size_t pages = 0;
  const Reply home = served.get("/");
  CHECK(home.status == 200);
  CHECK(contains(home.body, "/.thidua/preview.js"));
  const bool untouched = snapshot(root.path()) == before;
  CHECK(untouched);
  for (const auto& [path, bytes] : built(root, base)) {
    if (bytes == "/" || path.starts_with('.') || path == ".") continue;
    CAPTURE(path);
    const Reply reply = served.get("/" + path);
    CHECK(reply.status == 200);
    CHECK(reply.header("Content-Length") == std::to_string(reply.body.size()));
    CHECK(reply.header("Cache-Control") == "no-store");
    if (!path.ends_with(".html")) {
      const bool same = reply.body == bytes;
      CHECK(same);
      continue;
    }
    ++pages;
    std::string body = reply.body;
    const std::size_t at = body.find("<script defer src=\"/.thidua/");
    REQUIRE(at != std::string::npos);
    body.erase(at, body.find('\n', at) + 1 - at);
    const std::size_t policy = bytes.find("Content-Security-Policy");
    const std::size_t rest = bytes.find('>', policy);
    CHECK(body.starts_with(bytes.substr(0, policy)));
    CHECK(body.ends_with(bytes.substr(rest)));
  }
  CHECK(pages > 10);
}

TEST_CASE("whole: serve tells the kind of each file") {
  const SmallRoot root;
  put(root / "content/media/quyet-dinh.pdf", "%PDF-1.4\n");
  const Served served(root);
  CHECK(served.get("/").header("Content-Type") == "text/html; charset=utf-8");
  CHECK(served.get("/du-lieu/cong-bo.json").header("Content-Type") == "application/json");
  CHECK(served.get("/media/quyet-dinh.pdf").header("Content-Type") == "application/pdf");
  CHECK(served.get("/media/quyet-dinh.pdf").body == "%PDF-1.4\n");
  CHECK(served.get("/.thidua/preview.js").header("Content-Type") == "text/javascript; charset=utf-8");
  CHECK(served.get("/").header("X-Content-Type-Options") == "nosniff");
  CHECK(served.get("/tin-tuc").status == 301);
  CHECK(served.get("/tin-tuc").header("Location") == "/tin-tuc/");
}

TEST_CASE("whole: serve answers HEAD like GET without the body, and no other method") {
  const SmallRoot root;
  const Served served(root);
  const Reply head = request(served.port(), "HEAD", "/tin-tuc/");
  CHECK(head.status == 200);
  CHECK(head.body.empty());
  CHECK(head.header("Content-Length") == served.get("/tin-tuc/").header("Content-Length"));
  CHECK(request(served.port(), "HEAD", "/none").status == 404);
  for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
    CAPTURE(method);
    const Reply refused = request(served.port(), method, "/", {"Content-Length: 0"});
    CHECK(refused.status == 405);
    CHECK(refused.header("Allow") == "GET, HEAD");
  }
  for (const char* method : {"BREW", "TRACE", "CONNECT", "get"}) {
    CAPTURE(method);
    CHECK(request(served.port(), method, "/").status >= 400);
  }
}

TEST_CASE("whole: serve answers with a part of a file where that is asked for, as the search does") {
  const SmallRoot root;
  put(root / "content/media/quyet-dinh.pdf", "%PDF-1.4\n");
  const Served served(root);
  const Reply part = request(served.port(), "GET", "/media/quyet-dinh.pdf", {"Range: bytes=1-3"});
  CHECK(part.status == 206);
  CHECK(part.header("Content-Range") == "bytes 1-3/9");
  CHECK(part.body == "PDF");
}

TEST_CASE("whole: serve refuses foreign hosts and origins") {
  const SmallRoot root;
  const Served served(root);
  const std::string port = std::to_string(served.port());
  for (const std::string& own : {"localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port}) {
    CAPTURE(own);
    CHECK(request(served.port(), "GET", "/", {"Host: " + own}).status == 200);
    CHECK(request(served.port(), "GET", "/", {"Host: " + own, "Origin: http://" + own}).status == 200);
    CHECK(request(served.port(), "GET", "/", {"Host: " + own, "Origin: https://evil.example"}).status == 403);
  }
  for (const std::string& foreign : {std::string("evil.example"), "evil.example:" + port, std::string("localhost"),
                                     "localhost.evil.example:" + port, std::string("127.0.0.1:1"), std::string()}) {
    CAPTURE(foreign);
    for (const char* target : {"/", "/none", "/.thidua/events", "/.thidua/preview.js"}) {
      const Reply refused = request(served.port(), "GET", target, {"Host: " + foreign});
      CHECK(refused.status == 403);
      CHECK(refused.body == "403\n");
    }
  }
  CHECK(request(served.port(), "GET", "/", {"Origin: null"}).status == 403);
  CHECK(request(served.port(), "GET", "/", {"Host: localhost:" + port, "Host: evil.example"}).status == 403);
  CHECK(ask(served.port(), "GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status == 403);
}

TEST_CASE("whole: serve shows nothing but the site, however the path is written") {
  const SmallRoot root;
  put(root / "secret.txt", "secret");
  const Served served(root);
  for (const std::string target : {"/../secret.txt",
                                   "/%2e%2e/secret.txt",
                                   "/..%2fsecret.txt",
                                   "/%2e%2e%2fsecret.txt",
                                   "/tin-tuc/../../secret.txt",
                                   "//secret.txt",
                                   "/..\\secret.txt",
                                   "/..%5csecret.txt",
                                   "/%252e%252e/secret.txt",
                                   "/%c0%ae%c0%ae/secret.txt",
                                   "/./secret.txt",
                                   "/index.html%00",
                                   "/%00",
                                   "/tin-tuc/%00.html",
                                   "/index.html/",
                                   "/tin-tuc/%2e%2e/index.html",
                                   "/assets/",
                                   "/assets",
                                   "/media/",
                                   "/.thidua/",
                                   "/.thidua",
                                   "/%u002e%u002e/secret.txt",
                                   "/%",
                                   "/%zz",
                                   "secret.txt",
                                   "/content/site.json",
                                   "http://127.0.0.1/",
                                   "file:///etc/passwd",
                                   "*",
                                   "/etc/passwd"}) {
    CAPTURE(target);
    const Reply reply = served.get(target);
    CHECK((reply.status == 404 || reply.status == 400));
    CHECK_FALSE(contains(reply.body, "secret\n"));
    CHECK_FALSE(contains(reply.body, "root:"));
    if (reply.status == 404) CHECK(contains(reply.body, "<h1>"));
  }
  CHECK(served.get(root / "secret.txt").status == 404);
  CHECK(served.get("/" + std::string(20000, 'a')).status >= 400);
  CHECK(served.get("/none").header("Content-Type") == "text/html; charset=utf-8");
  const Reply raw = ask(served.port(), std::string("GET /\0 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 39));
  CHECK(raw.status >= 400);
}

TEST_CASE("whole: a change is in the browser within a second, in all of them") {
  const SmallRoot root;
  const Served served(root);
  EventStream one = served.events();
  EventStream two = served.events();
  CHECK(one.status() == 200);
  const auto first = one.next(5s);
  REQUIRE(first);
  CHECK(two.next(5s) == first);
  retitle_news(root, "Tiêu đề mới");
  const auto second = one.next(kRebuild);
  REQUIRE(second);
  CHECK(*second != *first);
  CHECK(two.next(kRebuild) == second);
  CHECK(contains(served.get("/tin-tuc/khai-mac/").body, "Tiêu đề mới"));
  const std::string site = second->substr(0, second->find(','));  // {"site":"…"
  CHECK(contains(served.get("/").body, "data-site=" + site.substr(site.find(':') + 1)));
}

TEST_CASE("whole: a change of the theme is seen too, and one that changes nothing is no news") {
  const SmallRoot root;
  const Served served(root);
  EventStream events = served.events();
  const auto first = events.next(5s);
  REQUIRE(first);
  put(root / "themes/cong-vu/css/site.css", "p { margin: 0 }\n");
  const auto second = events.next(kRebuild);
  REQUIRE(second);
  CHECK(*second != *first);
  put(root / kNews, bytes_of(root / kNews));
  CHECK(events.next(kRebuild) == second);  // the same state: pages stay as they are
}

TEST_CASE(
    "whole: errors leave the last good site in place and are shown with file, line, caret and hint, until mended") {
  const SmallRoot root;
  const Served served(root);
  EventStream events = served.events();
  const auto good = events.next(5s);
  REQUIRE(good);
  CHECK(contains(*good, "\"findings\":\"\""));
  const std::string page = served.get("/tin-tuc/khai-mac/").body;
  const std::string source = bytes_of(root / kNews);
  put(root / kNews, "---\ntitle: <b>Khác\nsummary: [\n---\nx\n");
  const auto bad = events.next(kRebuild);
  REQUIRE(bad);
  CHECK(contains(*bad, good->substr(0, good->find(','))));
  CHECK_FALSE(contains(*bad, "\"findings\":\"\""));
  CHECK(contains(served.get("/tin-tuc/khai-mac/").body, page.substr(page.find("<main"))));
  const Reply findings = served.get("/.thidua/findings");
  CHECK(findings.status == 200);
  CHECK(std::regex_search(findings.body, std::regex("content/news/khai-mac\\.md:[0-9]+(:[0-9]+)?")));
  CHECK(contains(findings.body, "     3 | summary: ["));
  CHECK(contains(findings.body, "^"));
  CHECK(contains(findings.body, "class=\"hint\""));
  CHECK_FALSE(contains(findings.body, "<b>Khác"));
  CHECK_FALSE(contains(findings.body, "<script"));
  put(root / kNews, source);
  CHECK(events.next(kRebuild) == good);
  CHECK(served.get("/.thidua/findings").status == 404);
}

TEST_CASE("whole: where there was never a good site, every page shows the findings, in the user's language") {
  const SmallRoot root;
  const std::string source = bytes_of(root / kNews);
  put(root / kNews, "---\ntitle: A\n---\nx\n");
  Served served(root, {"--lang", "vi"});
  const Reply page = served.get("/tin-tuc/");
  CHECK(page.status == 500);
  CHECK(contains(page.body, "content/news/khai-mac.md"));
  CHECK(contains(page.body, "<strong>lỗi:</strong>"));
  CHECK(contains(page.body, "/.thidua/preview.js"));
  CHECK(contains(served.program().err(), "lỗi"));
  EventStream events = served.events();
  REQUIRE(events.next(5s));
  put(root / kNews, source);
  REQUIRE(events.next(kRebuild));
  CHECK(served.get("/tin-tuc/").status == 200);
}

TEST_CASE("whole: serve shows drafts where that is wanted, and follows a removed and a new folder") {
  const SmallRoot root;
  put(root / "content/news/nhap.md", "---\ntitle: Nháp\nsummary: Chưa xong.\ndate: 2025-04-01\ndraft: true\n---\nx\n");
  {
    const Served without(root);
    CHECK(without.get("/tin-tuc/nhap/").status == 404);
  }
  const Served served(root, {"--drafts"});
  CHECK(served.get("/tin-tuc/nhap/").status == 200);
  fs::rename(root / "content/news", root / "elsewhere");
  CHECK(comes_true(kRebuild, [&] { return served.get("/tin-tuc/nhap/").status == 404; }));
  fs::rename(root / "elsewhere", root / "content/news");
  CHECK(comes_true(kRebuild, [&] { return served.get("/tin-tuc/nhap/").status == 200; }));
}

TEST_CASE("whole: many listeners do not keep others from being answered, and make room when they go") {
  const SmallRoot root;
  const Served served(root);
  {
    std::vector<EventStream> streams;
    for (int i = 0; i < 16; ++i) {
      streams.push_back(served.events());
      CHECK(streams.back().status() == 200);
    }
    CHECK(served.events().status() == 503);
    CHECK(served.get("/").status == 200);
  }
  CHECK(comes_true(3s, [&] { return served.events().status() == 200; }));
}

TEST_CASE("whole: serve ends cleanly by SIGTERM and SIGINT, whoever listens") {
  const SmallRoot root;
  for (const int signal : {SIGTERM, SIGINT}) {
    Served served(root);
    EventStream events = served.events();
    REQUIRE(events.next(5s));
    CHECK(served.program().end(signal, 5s) == 0);
    CHECK(served.get("/").status == 0);
  }
}

TEST_CASE("whole: a port that is in use is a failure of the environment, and said so") {
  const SmallRoot root;
  const Served served(root);
  const std::string port = std::to_string(served.port());
  const Run second = run_program({{"serve", "--port", port}, root.path()});
  CHECK(second.exit_code == 3);
  CHECK(contains(second.err, "port " + port + " is in use"));
  CHECK(run_program({{"serve", "--port", "65536"}, root.path()}).exit_code == 2);
  CHECK(run_program({{"serve", "--root", "nowhere"}, root.path()}).exit_code == 2);
}
