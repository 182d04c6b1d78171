#include "base/http/client.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <memory>

#include "base/http/test_server.hpp"
#include "base/temporary_folder.hpp"

using namespace thidua;
using http::FailureKind;
using testing::BluntServer;
using testing::TestServer;

namespace {

http::Failure failed(const http::ClientOptions& options, http::Request request) {
  http::Client client(options);
  const auto answer = client.fetch(std::move(request));
  REQUIRE_FALSE(answer);
  CAPTURE(answer.error().words);
  CHECK_FALSE(answer.error().words.empty());
  return answer.error();
}

/// Answers with what it was sent: method, headers that matter, and body.
void echo(const httplib::Request& request, httplib::Response& response) {
  response.set_header("X-Method", request.method);
  response.set_header("X-Agent", request.get_header_value("User-Agent"));
  response.set_header("X-Secret", request.get_header_value("Authorization"));
  response.set_header("X-Mark", request.get_header_value("X-Mark"));
  response.set_content(request.body, "text/plain");
}

}  // namespace

TEST_CASE("http::Client: method, headers and body arrive, from memory and from a file, empty and large") {
  TestServer server;
  server.Put("/tep", echo);
  http::Client client({});
  const testing::TemporaryFolder folder;
  for (const std::string& bytes : {std::string(), std::string("xin chào\0!", 11), std::string(3'000'000, 'x')}) {
    CAPTURE(bytes.size());
    testing::put(folder / "f", bytes);
    const http::Body bodies[] = {bytes, std::string_view(bytes), http::FileBody{folder / "f", bytes.size()}};
    for (const http::Body& body : bodies) {
      const auto answer = client.fetch(
          {.method = "PUT", .url = server.at("/tep"), .headers = {{"X-Mark", "1"}}, .body = body, .limit = 1 << 22});
      REQUIRE(answer);
      CHECK(answer->status == 200);
      CHECK(answer->body == bytes);
      CHECK(answer->headers.find("x-MARK") == "1");
      CHECK(answer->headers.find("X-Agent").value().starts_with("thidua/"));
      CHECK_FALSE(answer->headers.find("X-None"));
    }
  }
}

TEST_CASE("http::Client: a small body travels in one packet with its headers, and of no kind that nobody named") {
  const BluntServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  http::Client client({});
  const std::string body(2048, 'x');
  REQUIRE(client.fetch({.method = "PUT", .url = server.at("/tep"), .body = std::string_view(body)}));
  CHECK(server.heard().ends_with("\r\n\r\n" + body));
  CHECK(server.heard().find("Content-Type") == std::string::npos);
  REQUIRE(
      client.fetch({.method = "PUT", .url = server.at("/tep"), .headers = {{"Content-Type", "a/b"}}, .body = body}));
  CHECK(server.heard().find("Content-Type: a/b\r\n") != std::string::npos);
}

TEST_CASE("http::Client: a file that cannot be read, or is not as long as it was, is not sent") {
  TestServer server;
  server.Put("/tep", echo);
  const testing::TemporaryFolder folder;
  testing::put(folder / "f", "bytes");
  CHECK(failed({}, {.method = "PUT", .url = server.at("/tep"), .body = http::FileBody{folder / "f", 4}}).kind ==
        FailureKind::local);
  CHECK(failed({}, {.method = "PUT", .url = server.at("/tep"), .body = http::FileBody{folder / "g", 4}}).kind ==
        FailureKind::local);
}

TEST_CASE("http::Client: no more than so many in flight, connections are used again, each is told of once") {
  TestServer server;
  std::atomic<int> now = 0;
  std::atomic<int> most = 0;
  std::mutex mutex;
  std::set<int> ports;
  server.Get(R"(/n/(\d+))", [&](const httplib::Request& request, httplib::Response& response) {
    most = std::max(most.load(), ++now);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const std::scoped_lock lock(mutex);
    ports.insert(request.remote_port);
    --now;
    response.set_content(request.matches[1].str(), "text/plain");
  });
  server.set_keep_alive_max_count(1000);
  constexpr int kRequests = 60;
  http::Client client({.transfers = 3});
  std::vector<int> told(kRequests);
  for (int i = 0; i < kRequests; ++i) {
    client.start({.url = server.at("/n/" + std::to_string(i))}, [&told, i](const http::Result<http::Answer>& answer) {
      if (answer && answer->body == std::to_string(i)) ++told[static_cast<std::size_t>(i)];
    });
  }
  CHECK_FALSE(client.has_room());
  while (!client.none()) client.step();
  CHECK(told == std::vector<int>(kRequests, 1));
  CHECK(most == 3);
  CHECK(ports.size() == 3);
}

TEST_CASE("http::Client: too large, told or not told beforehand, fails; with Excess::cut it gives what fits") {
  TestServer server;
  server.Get("/told", [](const httplib::Request&, httplib::Response& response) {
    response.set_content(std::string(1001, 'x'), "text/plain");
  });
  server.Get("/untold", [](const httplib::Request&, httplib::Response& response) {
    response.set_chunked_content_provider(
        "text/plain", [](std::size_t, httplib::DataSink& sink) { return sink.write("0123456789", 10); });
  });
  for (const std::string path : {"/told", "/untold"}) {
    CAPTURE(path);
    CHECK(failed({}, {.url = server.at(path), .limit = 1000}).kind == FailureKind::too_large);
    http::Client client({});
    const auto answer = client.fetch({.url = server.at(path), .limit = 1000, .excess = http::Excess::cut});
    REQUIRE(answer);
    CHECK(answer->cut);
    CHECK(answer->status == 200);
    CHECK(answer->body.size() == 1000);
    std::string taken;
    const auto sink = [&](std::string_view bytes) { return taken += bytes, true; };
    CHECK(failed({}, {.url = server.at(path), .limit = 1000, .sink = sink}).kind == FailureKind::too_large);
    CHECK(taken.size() <= 1000);
  }
  http::Client client({});
  CHECK(client.fetch({.url = server.at("/told"), .limit = 1001}).value().body.size() == 1001);
  CHECK_FALSE(client.fetch({.url = server.at("/told"), .limit = 1001}).value().cut);
  CHECK(client.fetch({.method = "HEAD", .url = server.at("/told"), .limit = 0}).value().status == 200);
}

TEST_CASE("http::Client: what is compressed is limited by what it becomes") {
  TestServer server;
  server.Get("/", [](const httplib::Request&, httplib::Response& response) {
    response.set_content(std::string(1'000'000, 'x'), "text/plain");
  });
  http::Client client({});
  const auto answer = client.fetch({.url = server.at("/"), .compressed = true});
  REQUIRE(answer);
  CHECK(answer->headers.find("Content-Encoding"));
  CHECK(answer->body.size() == 1'000'000);
  CHECK(failed({}, {.url = server.at("/"), .limit = 10'000, .compressed = true}).kind == FailureKind::too_large);
}

TEST_CASE("http::Client: a sink gets the body of a success, not that of an error") {
  TestServer server;
  server.Get("/ok", [](const httplib::Request&, httplib::Response& r) { r.set_content("tốt", "text/plain"); });
  http::Client client({});
  std::string taken;
  const auto sink = [&](std::string_view bytes) { return taken += bytes, true; };
  CHECK(client.fetch({.url = server.at("/ok"), .sink = sink}).value().body.empty());
  CHECK(taken == "tốt");
  CHECK(client.fetch({.url = server.at("/none"), .sink = sink}).value().status == 404);
  CHECK(taken == "tốt");
  CHECK(failed({}, {.url = server.at("/ok"), .sink = [](std::string_view) { return false; }}).kind ==
        FailureKind::local);
}

TEST_CASE("http::Client: patience ends: silence, the whole, a connection that nobody takes") {
  const BluntServer silent("", std::chrono::milliseconds(2500));
  const auto begun = std::chrono::steady_clock::now();
  CHECK(failed({.patience = {.silence = std::chrono::seconds(1)}}, {.url = silent.at("/")}).kind ==
        FailureKind::timeout);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(2400));
  const BluntServer slow("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", std::chrono::milliseconds(800));
  CHECK(failed({.patience = {.whole = std::chrono::milliseconds(200)}}, {.url = slow.at("/")}).kind ==
        FailureKind::timeout);
  const BluntServer greets_late("", std::chrono::milliseconds(800));
  CHECK(failed({.patience = {.connect = std::chrono::milliseconds(200)}}, {.url = greets_late.at("/", "https")}).kind ==
        FailureKind::timeout);
}

TEST_CASE(
    "http::Client: connections that fail: cut in the body, before any word, nobody there, no HTTP, no TLS, no name") {
  const BluntServer half("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
  CHECK(failed({}, {.url = half.at("/")}).kind == FailureKind::cut);
  const BluntServer chunk("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc");
  CHECK(failed({}, {.url = chunk.at("/")}).kind == FailureKind::cut);
  const BluntServer wordless("");
  CHECK(failed({}, {.url = wordless.at("/")}).kind == FailureKind::cut);
  const BluntServer ftp("220 ready\r\n");
  CHECK(failed({}, {.url = ftp.at("/")}).kind == FailureKind::protocol);
  CHECK(failed({}, {.url = ftp.at("/", "https")}).kind == FailureKind::tls);
  CHECK(failed({}, {.url = "http://127.0.0.1:1/"}).kind == FailureKind::connect);
  CHECK(failed({}, {.url = "http://no-such-name.invalid/"}).kind == FailureKind::resolve);
  const BluntServer wordy("HTTP/1.1 200 OK\r\nX: " + std::string(90'000, 'x') + "\r\nX: " + std::string(90'000, 'x') +
                          "\r\nX: " + std::string(90'000, 'x') + "\r\n\r\n");
  CHECK(failed({}, {.url = wordy.at("/"), .excess = http::Excess::cut}).kind == FailureKind::too_large);
}

TEST_CASE("http::Client: no failure tells a secret") {
  const std::string secret = "MatKhauTuyetMat";
  const BluntServer wordless("");
  const http::Credentials who{.user = "nguoi", .password = secret};
  const http::Request requests[] = {
      {.url = wordless.at("/?token=" + secret), .credentials = who},
      {.url = "http://127.0.0.1:1/?token=" + secret, .headers = {{"Authorization", secret}}},
      {.url = "http://nguoi:" + secret + "@127.0.0.1/"},
      {.url = wordless.at("/"), .headers = {{"X-Amz-Security-Token", secret + "\r\n"}}},
  };
  for (const http::Request& request : requests) {
    const auto failure = failed({}, request);
    CHECK(failure.words.find(secret) == std::string::npos);
    CHECK(failure.url.find(secret) == std::string::npos);
  }
}

TEST_CASE("http::Client: the environment's proxy and the requests' user names change nothing") {
  TestServer server;
  server.Get("/",
             [](const httplib::Request&, httplib::Response& response) { response.set_content("thẳng", "text/plain"); });
  ::setenv("http_proxy", "http://127.0.0.1:1", 1);
  ::setenv("all_proxy", "http://127.0.0.1:1", 1);
  http::Client client({});
  CHECK(client.fetch({.url = server.at("/")}).value().body == "thẳng");
  ::unsetenv("http_proxy");
  ::unsetenv("all_proxy");
}
