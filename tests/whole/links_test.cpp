// thidua links as a user runs it, on a server of the test's own that answers as hosts do.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <sstream>

#include "base/http/test_server.hpp"
#include "outside/program.hpp"
#include "outside/small_root.hpp"

namespace {

using namespace thidua::testing;
namespace fs = std::filesystem;

/// A host with one page for each way to answer; remembers how often each was asked for.
class Host : public TestServer {
 public:
  Host() {
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      const std::lock_guard lock(mutex_);
      ++asked_[request.path];
      answer(request, response);
      return HandlerResponse::Handled;
    });
  }

  int asked(const std::string& path) {
    const std::lock_guard lock(mutex_);
    return asked_[path];
  }

 private:
  void answer(const httplib::Request& request, httplib::Response& response) {
    static const std::map<std::string, int> kStatus = {{"/tot", 200},  {"/anh.jpg", 200}, {"/cu", 301},  {"/tam", 302},
                                                       {"/vong", 302}, {"/cam", 403},     {"/hong", 500}};
    const auto known = kStatus.find(request.path);
    response.status = known == kStatus.end() ? 404 : known->second;
    if (request.path == "/robots.txt") {
      response.status = 200;
      response.set_content("User-agent: thidua\nDisallow: /rieng\n", "text/plain");
    }
    if (request.path == "/vong") response.set_header("Location", "/vong");
    if (request.path == "/cu" || request.path == "/tam") response.set_header("Location", "/tot");
    if (request.path == "/anh.jpg" && request.method == "HEAD") response.status = 405;
    if (request.path == "/thu-lai" && asked_[request.path] > 2)
      response.status = 200;
    else if (request.path == "/thu-lai")
      response.status = 500;
  }

  std::mutex mutex_;
  std::map<std::string, int> asked_;
};

const std::string kHead = "---\ntitle: Liên kết\nsummary: Có liên kết.\ndate: 2025-03-02\nillustrative: true\n---\n";

/// A root whose news leads to these pages, one a line from line 7 on.
void put_news(const SmallRoot& root, const Host& host, const std::vector<std::string>& paths,
              const std::string& name = "lien-ket") {
  std::string text = kHead;
  for (const std::string& path : paths) text += "[x](" + host.at(path) + ")\n";
  put(root / ("content/news/" + name + ".md"), text);
}

Run follow(const SmallRoot& root, const Host& host, std::vector<std::string> more = {}) {
  std::vector<std::string> args = {"links",   "--today", "2025-12-31", "--external",
                                   "--pause", "5",       "--allow",    "127.0.0.1:" + std::to_string(host.port())};
  args.insert(args.end(), more.begin(), more.end());
  return run_program({args, root.path()});
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// "3 warning link-moved", for each finding of the news in its order.
std::vector<std::string> findings_of(const std::string& github) {
  std::vector<std::string> out;
  std::istringstream in(github);
  for (std::string line; std::getline(in, line);) {
    const auto between = [&](const std::string& begin, const std::string& end) {
      const auto at = line.find(begin) + begin.size();
      return line.substr(at, line.find(end, at) - at);
    };
    out.push_back(between("line=", ",") + " " + between("::", " ") + " " + between("title=", "::"));
  }
  return out;
}

}  // namespace

TEST_CASE("whole: links reports each way in which another host answers, at its line, and fails for what is broken") {
  Host host;
  const SmallRoot root;
  put_news(root, host,
           {"/tot", "/cu", "/tam", "/mat", "/cam", "/rieng/a", "/hong", "/vong", "/anh.jpg", "/thu-lai", "/mat#x",
            "/tot#x"});
  const Run run = follow(root, host, {"--format", "github"});
  CHECK(run.exit_code == 1);
  CHECK(run.err == "");
  CHECK(findings_of(run.out) == std::vector<std::string>{"8 warning link-moved", "9 warning link-redirected",
                                                         "10 error link-gone", "11 warning link-blocked",
                                                         "12 warning link-robots", "13 warning link-unreachable",
                                                         "14 warning link-unreachable", "17 error link-gone"});
  CHECK(contains(run.out, host.at("/cu") + " has moved for good to " + host.at("/tot")));
  CHECK(host.asked("/robots.txt") == 1);
  CHECK(host.asked("/rieng/a") == 0);
  CHECK(host.asked("/mat") == 2);  // HEAD and GET, for two places
}

TEST_CASE("whole: links finds addresses in front matter and site.json, and says nothing of what works") {
  Host host;
  const SmallRoot root;
  const std::string practice = root / "content/practices/mot-cua.md";
  std::string text = bytes_of(practice);
  const std::string evidence = "{ text: Sổ theo dõi hồ sơ }";
  REQUIRE(contains(text, evidence));
  put(practice, text.replace(text.find(evidence), evidence.size(), "{ text: Sổ, href: \"" + host.at("/mat") + "\" }"));
  std::string site = bytes_of(root / "content/site.json");
  const std::string name = "\"name\": \"Văn phòng\"";
  REQUIRE(contains(site, name));
  put(root / "content/site.json",
      site.replace(site.find(name), name.size(), name + ", \"url\": \"" + host.at("/cu") + "\""));
  put_news(root, host, {"/tot"});
  const Run run = follow(root, host);
  CHECK(run.exit_code == 1);
  CHECK(contains(run.err, "content/practices/mot-cua.md:11:"));
  CHECK(contains(run.err, "content/site.json:6:"));
  CHECK(contains(run.err, "1 error(s), 1 warning(s)"));
  CHECK(contains(run.out, "3 link(s) to other hosts, 3 address(es), 0 of them known from before"));
  CHECK_FALSE(contains(run.err + run.out, "\r"));  // no progress in a pipe
}

TEST_CASE("whole: links without --external asks nobody and keeps nothing") {
  Host host;
  const SmallRoot root;
  put_news(root, host, {"/mat"});
  const Run run = run_program({{"links", "--today", "2025-12-31"}, root.path()});
  CHECK(run.exit_code == 0);
  CHECK(run.out == "no findings\n");
  CHECK(host.asked("/robots.txt") == 0);
  CHECK_FALSE(fs::exists(root / ".thidua-links.json"));
}

TEST_CASE("whole: links asks again only for what may have changed, until answers are too old") {
  Host host;
  const SmallRoot root;
  put_news(root, host, {"/tot", "/cu", "/mat"});
  const Run first = follow(root, host);
  REQUIRE(fs::exists(root / ".thidua-links.json"));
  CHECK(host.asked("/tot") == 2);  // and as the end of /cu
  const Run second = follow(root, host);
  CHECK(second.err == first.err);
  CHECK(contains(second.out, "3 address(es), 2 of them known from before"));
  CHECK(host.asked("/tot") == 2);
  CHECK(host.asked("/mat") == 4);
  const Run third = follow(root, host, {"--max-age", "0", "--cache", root / "answers.json"});
  CHECK(third.err == first.err);
  CHECK(host.asked("/tot") == 4);
  CHECK(fs::exists(root / "answers.json"));
  CHECK_FALSE(fs::exists(root / "public"));
}

TEST_CASE("whole: links says the same however many hosts are asked at once, and in every form") {
  Host first, second;
  const SmallRoot root;
  put_news(root, first, {"/mat", "/cu", "/cam"});
  put_news(root, second, {"/mat", "/tam", "/rieng/x"}, "khac");
  const std::string allow = "127.0.0.1:" + std::to_string(second.port());
  const auto run = [&](const std::string& jobs, const std::string& format) {
    return follow(root, first, {"--allow", allow, "--jobs", jobs, "--format", format, "--cache", root / jobs});
  };
  for (const char* format : {"json", "github", "text"}) {
    const Run one = run("1", format), many = run("16", format);
    CHECK(one.exit_code == 1);
    CHECK(many.out == one.out);
    CHECK(many.err == one.err);
    CHECK(contains(one.out + one.err, "link-gone"));
    CHECK(contains(one.out + one.err, "link-robots"));
  }
}

TEST_CASE("whole: links refuses a command line that makes no sense") {
  const SmallRoot root;
  for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{
           {"--pause", "-1"}, {"--max-age", "366"}, {"--cache", "content"}, {"--format", "xml"}}) {
    std::vector<std::string> args = {"links", "--external"};
    args.insert(args.end(), wrong.begin(), wrong.end());
    CHECK(run_program({args, root.path()}).exit_code == 2);
  }
}
