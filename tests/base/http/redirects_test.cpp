#include <doctest/doctest.h>

#include "base/http/client.hpp"
#include "base/http/test_server.hpp"

using namespace thidua;
using http::FailureKind;
using testing::TestServer;

namespace {

http::Failure failed(const http::ClientOptions& options, const http::Request& request) {
  http::Client client(options);
  const auto answer = client.fetch(request);
  REQUIRE_FALSE(answer);
  return answer.error();
}

void tell_secrets(const httplib::Request& request, httplib::Response& response) {
  response.set_content(request.get_header_value("Authorization") + request.get_header_value("X-Amz-Security-Token"),
                       "text/plain");
}

}  // namespace

TEST_CASE("http::Client: redirects are followed hop by hop, each is told of") {
  TestServer server;
  server.redirect("/1", 301, "/2?x=1");
  server.redirect("/2", 302, server.at("/3"));
  server.redirect("/3", 308, "tệp 4");
  server.Get("/tệp 4",
             [](const httplib::Request&, httplib::Response& response) { response.set_content("đến", "text/plain"); });
  http::Client client({});
  for (const std::string method : {"GET", "HEAD"}) {
    const auto answer = client.fetch({.method = method, .url = server.at("/1"), .redirects = 3}).value();
    CHECK(answer.status == 200);
    CHECK(answer.body == (method == "GET" ? "đến" : ""));
    CHECK(answer.url == server.at("/t%e1%bb%87p%204"));
    REQUIRE(answer.hops.size() == 3);
    CHECK(answer.hops[0].status == 301);
    CHECK(answer.hops[0].from == server.at("/1"));
    CHECK(answer.hops[0].to == server.at("/2?x=1"));
    CHECK(answer.hops[2].status == 308);
  }
}

TEST_CASE(
    "http::Client: redirects end: not asked for, too many, in a circle, to nowhere, of a request that is no question") {
  TestServer server;
  server.redirect("/a", 302, "/b");
  server.redirect("/b", 302, "/c");
  server.redirect("/c", 302, "/b");
  server.redirect("/self", 301, "/self");
  server.redirect("/nowhere", 302, "http://");
  server.Put("/a", [](const httplib::Request&, httplib::Response& response) { response.set_redirect("/b", 307); });
  http::Client client({});
  CHECK(client.fetch({.url = server.at("/a")}).value().status == 302);
  CHECK(client.fetch({.method = "PUT", .url = server.at("/a"), .body = std::string("x"), .redirects = 5})
            .value()
            .status == 307);
  const auto circle = failed({}, {.url = server.at("/a"), .redirects = 50});
  CHECK(circle.kind == FailureKind::redirects);
  CHECK(circle.hops.size() == 3);
  CHECK(failed({}, {.url = server.at("/a"), .redirects = 1}).hops.size() == 2);
  CHECK(failed({}, {.url = server.at("/self"), .redirects = 5}).kind == FailureKind::redirects);
  CHECK(failed({}, {.url = server.at("/nowhere"), .redirects = 5}).kind == FailureKind::redirects);
}

TEST_CASE("http::Client: a redirect leads to no other scheme than allowed") {
  TestServer server;
  server.redirect("/file", 302, "file:///etc/passwd");
  server.redirect("/ftp", 302, "ftp://127.0.0.1/");
  server.redirect("/js", 302, "javascript://x/");
  for (const std::string path : {"/file", "/ftp", "/js"}) {
    CAPTURE(path);
    const auto kind = failed({}, {.url = server.at(path), .redirects = 5}).kind;
    CHECK((kind == FailureKind::refused_scheme || kind == FailureKind::redirects));
  }
  CHECK(failed({.rules = {.schemes = {"https"}}}, {.url = server.at("/")}).kind == FailureKind::refused_scheme);
  CHECK(failed({}, {.url = "file:///etc/passwd"}).kind == FailureKind::malformed);
}

TEST_CASE(
    "http::Client: public_only: what resolves to this machine is refused, at first and after each hop, unless named") {
  TestServer outside;
  TestServer inside;
  outside.redirect("/in", 302, inside.at("/"));
  outside.redirect("/name", 302, "http://localhost:" + std::to_string(inside.port()) + "/");
  inside.Get(
      "/", [](const httplib::Request&, httplib::Response& response) { response.set_content("bí mật", "text/plain"); });
  const std::string outside_name = "127.0.0.1:" + std::to_string(outside.port());
  const http::Rules only_outside{.reach = http::Reach::public_only, .allowed = {outside_name}};
  CHECK(failed({.rules = {.reach = http::Reach::public_only}}, {.url = inside.at("/")}).kind ==
        FailureKind::refused_address);
  for (const std::string path : {"/in", "/name"}) {
    CAPTURE(path);
    const auto failure = failed({.rules = only_outside}, {.url = outside.at(path), .redirects = 5});
    CHECK(failure.kind == FailureKind::refused_address);
    CHECK(failure.hops.size() == 1);
    CHECK(failure.words.find("which may not be asked") != std::string::npos);
  }
  for (const std::string host : {"localhost", "127.1", "0x7f000001", "[::ffff:127.0.0.1]", "0.0.0.0", "[::]"}) {
    CAPTURE(host);
    const std::string url = "http://" + host + ":" + std::to_string(inside.port()) + "/";
    CHECK(failed({.rules = {.reach = http::Reach::public_only}}, {.url = url}).kind == FailureKind::refused_address);
  }
  http::Client client({.rules = {.reach = http::Reach::public_only, .allowed = {outside_name, "localhost"}}});
  CHECK(client.fetch({.url = outside.at("/name"), .redirects = 5}).value().body == "bí mật");
  CHECK(failed({.rules = {.reach = http::Reach::public_only, .allowed = {outside_name, "localhost:1"}}},
               {.url = outside.at("/name"), .redirects = 5})
            .kind == FailureKind::refused_address);
}

TEST_CASE("http::Client: loopback_only: nothing else is asked") {
  TestServer server;
  server.Get("/",
             [](const httplib::Request&, httplib::Response& response) { response.set_content("đây", "text/plain"); });
  http::Client client({.rules = {.reach = http::Reach::loopback_only}});
  CHECK(client.fetch({.url = server.at("/")}).value().body == "đây");
  CHECK(client.fetch({.url = "http://192.0.2.1/"}).error().kind == FailureKind::refused_address);
}

TEST_CASE("http::Client: credentials go to the first server alone") {
  TestServer first;
  TestServer second;
  first.Get("/tell", tell_secrets);
  second.Get("/tell", tell_secrets);
  first.redirect("/here", 302, "/tell");
  first.redirect("/there", 302, second.at("/tell"));
  http::Client client({});
  const auto body = [&](const std::string& path, bool by_header) {
    http::Request request{.url = first.at(path), .redirects = 5};
    if (by_header) request.headers = {{"authorization", "Bearer thẻ"}, {"X-Amz-Security-Token", "tạm"}};
    if (!by_header) request.credentials = http::Credentials{.user = "u", .password = "p"};
    return client.fetch(request).value().body;
  };
  CHECK(body("/here", true) == "Bearer thẻtạm");
  CHECK(body("/here", false) == "Basic dTpw");
  CHECK(body("/there", true).empty());
  CHECK(body("/there", false).empty());
}
