#include "deploy/hosts/sftp/protocol/client.hpp"

#include <doctest/doctest.h>

#include "deploy/hosts/sftp/small_server.hpp"

namespace thidua::deploy::sftp {
namespace {

using testing::SmallServer;

TEST_CASE("sftp::Client::begin: learns what the server offers") {
  SmallServer server;
  Client client(server);
  REQUIRE(client.begin());
  CHECK(client.version().offers(kPosixRename));
  CHECK_FALSE(client.version().offers("other@example.com"));
}

TEST_CASE("sftp::Client::begin: refuses another version, and text that is no SFTP with a hint where it comes from") {
  SmallServer newer;
  newer.version = 4;
  const Done refused = Client(newer).begin();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == FailureKind::unsupported);
  CHECK(refused.error().words.find("version 4") != std::string::npos);

  SmallServer chatty;
  chatty.greeting = "Chào mừng!\n";
  const Done confused = Client(chatty).begin();
  REQUIRE_FALSE(confused);
  CHECK(confused.error().kind == FailureKind::unsupported);
  CHECK(confused.error().words.find("start-up file") != std::string::npos);
}

TEST_CASE("sftp::Client: hands each answer to its asker, in whatever order and pieces answers and requests travel") {
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100'000}}) {
    SmallServer server;
    server.backwards = true;
    server.gives_at_once = piece;
    server.takes_at_once = piece;
    for (int index = 0; index < 50; ++index)
      server.files["f" + std::to_string(index)] = std::string(static_cast<std::size_t>(index), 'x');
    Client client(server);
    REQUIRE(client.begin());
    int right = 0;
    for (std::size_t index = 0; index < 50; ++index) {
      client.ask(status_of("f" + std::to_string(index)),
                 [&right, index](const Reply& reply) { right += reply.attributes.size == index; });
    }
    CHECK(client.unanswered() == 50);
    REQUIRE(client.settle());
    CHECK(right == 50);
    CHECK(client.unanswered() == 0);
  }
}

TEST_CASE("sftp::Client: an answer may ask more") {
  SmallServer server;
  Client client(server);
  REQUIRE(client.begin());
  int made = 0;
  std::function<void(const Reply&)> next = [&](const Reply&) {
    if (++made < 5) client.ask(make_folder("d" + std::to_string(made)), next);
  };
  client.ask(make_folder("d0"), next);
  REQUIRE(client.settle());
  CHECK(made == 5);
  CHECK(server.folders.size() == 5);
}

TEST_CASE("sftp::Client: counts what is unanswered, and lets one request through however long it is") {
  SmallServer server;
  Client client(server);
  REQUIRE(client.begin());
  CHECK(client.has_room_for(kMostUnanswered * 2));
  client.ask(write("h", 0, std::string(1000, 'x')), [](const Reply&) {});
  CHECK(client.has_room_for(kMostUnanswered / 2));
  CHECK_FALSE(client.has_room_for(kMostUnanswered - 1000));
  REQUIRE(client.settle());
  CHECK(client.has_room_for(kMostUnanswered - 1000));
}

TEST_CASE("sftp::Client: once the connection is lost nothing is answered any more, and everything fails alike") {
  SmallServer server;
  server.dies_after = 1;
  Client client(server);
  REQUIRE(client.begin());
  int answered = 0;
  for (const char* name : {"a", "b", "c"}) client.ask(make_folder(name), [&](const Reply&) { ++answered; });
  const Done settled = client.settle();
  REQUIRE_FALSE(settled);
  CHECK(settled.error().kind == FailureKind::passing);
  CHECK(answered == 1);
  server.dies_after.reset();
  const auto later = client.ask_and_wait(make_folder("d"));
  REQUIRE_FALSE(later);
  CHECK(later.error().words == settled.error().words);
}

/// Gives the agreed version, and then whatever it was told to.
class Script : public Channel {
 public:
  explicit Script(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> send(std::string_view bytes) override { return bytes.size(); }
  Result<std::string> receive(bool) override {
    if (begun_) return bytes_;
    begun_ = true;
    return std::string("\0\0\0\x05\x02\0\0\0\x03", 9);
  }

 private:
  std::string bytes_;
  bool begun_ = false;
};

TEST_CASE("sftp::Client: answers that were not asked for, or make no sense, end the conversation") {
  for (const std::string& bytes :
       {std::string("\0\0\0\x09\x65\0\0\0\x63\0\0\0\0", 13), std::string("\0\0\0\x01\x65", 5),
        std::string("\0\0\0\0", 4), std::string("\xFF\xFF\xFF\xFF", 4)}) {
    Script script(bytes);
    Client client(script);
    REQUIRE(client.begin());
    int answered = 0;
    client.ask(make_folder("a"), [&](const Reply&) { ++answered; });
    const Done settled = client.settle();
    REQUIRE_FALSE(settled);
    CHECK(settled.error().kind == FailureKind::unsupported);
    CHECK(answered == 0);
  }
}

}  // namespace
}  // namespace thidua::deploy::sftp
