#include "deploy/hosts/sftp/host.hpp"

#include <doctest/doctest.h>

#include "deploy/host.hpp"
#include "deploy/hosts/sftp/small_server.hpp"
#include "deploy/hosts/sftp/words.hpp"

namespace thidua::deploy::sftp {
namespace {

using testing::SmallServer;

/// The server is the test's; each connection has a channel of its own to it.
class Line : public Channel {
 public:
  explicit Line(SmallServer& server) : server_(server) {}
  Result<std::size_t> send(std::string_view bytes) override { return server_.send(bytes); }
  Result<std::string> receive(bool unsent) override { return server_.receive(unsent); }

 private:
  SmallServer& server_;
};

std::unique_ptr<Host> host_at(SmallServer& server, const std::string& folder = "/site") {
  auto host =
      make_host([&]() -> Result<std::unique_ptr<Channel>> { return std::make_unique<Line>(server); }, folder, 4);
  REQUIRE(host->connect());
  return host;
}

SmallServer server_with_files() {
  SmallServer server;
  server.folders = {"/site", "/site/a", "/site/a/b", "/site/empty", "/site/.thidua-lock", "/elsewhere"};
  server.files = {{"/site/z", "zz"},
                  {"/site/a/1", "1"},
                  {"/site/a/2", "22"},
                  {"/site/a/3", "333"},
                  {"/site/a/b/ệ", "4"},
                  {"/elsewhere/x", "x"},
                  {"/site/.thidua-lock/owner", "me"}};
  return server;
}

TEST_CASE("sftp::Host::ability: follows from what the server offers") {
  SmallServer able, plain;
  plain.extensions.clear();
  CHECK(host_at(able)->ability().replaces_at_once);
  CHECK_FALSE(host_at(plain)->ability().replaces_at_once);
  CHECK(host_at(plain)->ability().locks);
  CHECK_FALSE(host_at(able)->ability().headers);
}

TEST_CASE("sftp::Host::list: every file below the folder in byte order, but the lock") {
  for (const bool tells_kinds : {true, false}) {
    SmallServer server = server_with_files();
    server.tells_kinds = tells_kinds;
    const auto listed = host_at(server)->list();
    REQUIRE(listed);
    std::vector<std::pair<std::string, std::uint64_t>> found;
    for (const Listed& one : *listed) found.emplace_back(one.path, one.size);
    const std::vector<std::pair<std::string, std::uint64_t>> right = {
        {"a/1", 1}, {"a/2", 2}, {"a/3", 3}, {"a/b/ệ", 1}, {"z", 2}};
    CHECK(found == right);
    CHECK(server.open_handles() == 0);
  }
}

TEST_CASE("sftp::Host::list: nothing where the folder is not there; a failure where it may not be read") {
  SmallServer server = server_with_files();
  CHECK(host_at(server, "/nowhere")->list()->empty());
  server.objection = [](const auto& asked) {
    return asked.type == Type::opendir && asked.path == "/site/a/b" ? std::optional(Code::permission_denied)
                                                                    : std::nullopt;
  };
  const auto listed = host_at(server)->list();
  REQUIRE_FALSE(listed);
  CHECK(listed.error().kind == FailureKind::refused);
  CHECK(listed.error().path == "a/b");
}

TEST_CASE("sftp::Host::read: the bytes of a file, nothing where there is none, a failure beyond the limit") {
  SmallServer server = server_with_files();
  const std::string bytes(3'000'000, 'r');
  server.files["/site/long"] = bytes;
  server.files["/site/nothing in it"] = "";
  for (const std::uint32_t piece : {1U << 20, 10'000U}) {
    server.reads_at_once = piece;
    const auto host = host_at(server);
    CHECK((host->read("long", bytes.size()).value() == std::optional(bytes)));
    CHECK((host->read("nothing in it", 0).value() == std::optional(std::string())));
    CHECK((host->read("none", 10).value() == std::optional<std::string>()));
    CHECK_FALSE(host->read("long", bytes.size() - 1));
  }
  CHECK(server.open_handles() == 0);
}

TEST_CASE(
    "sftp::Host::remove: what is there goes, with folders that this leaves empty; what is not there is no failure") {
  SmallServer server = server_with_files();
  std::map<std::size_t, Done> told;
  const std::vector<std::string> paths = {"a/b/ệ", "a/2", "none", "a/1", "a/3", "z"};
  host_at(server)->remove(paths, [&](std::size_t index, Done outcome) { CHECK(told.emplace(index, outcome).second); });
  CHECK(told.size() == paths.size());
  for (const auto& [index, outcome] : told) CHECK(outcome);
  CHECK(server.folders == std::set<std::string>{"/site", "/site/empty", "/site/.thidua-lock", "/elsewhere"});
  CHECK(server.files.size() == 2);
}

TEST_CASE("sftp::Host::remove: folders that hold something else stay, and a failure is told of the file it met") {
  SmallServer server = server_with_files();
  server.objection = [](const auto& asked) {
    return asked.path == "/site/a/2" ? std::optional(Code::permission_denied) : std::nullopt;
  };
  std::map<std::size_t, Done> told;
  host_at(server)->remove(std::vector<std::string>{"a/1", "a/2"},
                          [&](std::size_t index, Done outcome) { told.emplace(index, outcome); });
  CHECK(told.at(0));
  REQUIRE_FALSE(told.at(1));
  CHECK(told.at(1).error().kind == FailureKind::refused);
  CHECK(server.folders.contains("/site/a"));
  server.log.clear();
  host_at(server)->remove(std::vector<std::string>{"a/2"}, [](std::size_t, Done) {});
  CHECK(server.count(Type::rmdir) == 0);
}

TEST_CASE("sftp::Host::remove: where the connection ends each file is told of once") {
  const std::vector<std::string> paths = {"a/1", "a/2", "a/3"};
  for (std::size_t requests = 0; requests < 6; ++requests) {
    SmallServer server = server_with_files();
    server.dies_after = requests;
    std::map<std::size_t, Done> told;
    host_at(server)->remove(paths,
                            [&](std::size_t index, Done outcome) { CHECK(told.emplace(index, outcome).second); });
    CHECK(told.size() == 3);
    for (const auto& [index, outcome] : told) CHECK(outcome.has_value() == (index < requests));
  }
}

TEST_CASE("sftp::Host: the lock is taken once, says whose it is, and goes without a rest") {
  SmallServer server;
  const auto first = host_at(server, "/new/site"), second = host_at(server, "/new/site");
  CHECK((second->read_lock().value() == std::optional<std::string>()));
  CHECK((first->make_lock("first").value() == true));
  CHECK((second->make_lock("second").value() == false));
  CHECK((second->read_lock().value() == std::optional<std::string>("first")));
  CHECK(first->renew_lock("first, later"));
  CHECK((second->read_lock().value() == std::optional<std::string>("first, later")));
  CHECK(first->remove_lock());
  CHECK(first->remove_lock());
  CHECK(server.files.empty());
  CHECK((second->make_lock("second").value() == true));
}

TEST_CASE("sftp::Host: a lock without a text is there; one that is gone is not renewed; one without room is not kept") {
  SmallServer server;
  server.folders = {"/site", "/site/.thidua-lock"};
  const auto host = host_at(server);
  CHECK((host->read_lock().value() == std::optional<std::string>("")));
  CHECK((host->make_lock("mine").value() == false));
  CHECK(host->remove_lock());
  CHECK_FALSE(host->renew_lock("mine"));
  CHECK_FALSE(server.folders.contains("/site/.thidua-lock"));
  server.objection = [](const auto& asked) {
    return asked.type == Type::write ? std::optional(Code::failure) : std::nullopt;
  };
  const auto made = host->make_lock("mine");
  REQUIRE_FALSE(made);
  CHECK(made.error().kind == FailureKind::full);
  CHECK_FALSE(server.folders.contains("/site/.thidua-lock"));
}

TEST_CASE("sftp::Host: a lock that may not be made is a failure, and not taken") {
  SmallServer server;
  server.folders = {"/site"};
  server.objection = [](const auto& asked) {
    return asked.type == Type::mkdir ? std::optional(Code::permission_denied) : std::nullopt;
  };
  const auto made = host_at(server)->make_lock("mine");
  REQUIRE_FALSE(made);
  CHECK(made.error().kind == FailureKind::refused);
}

TEST_CASE("sftp::plain_words: one line, without what could move a terminal's cursor") {
  CHECK(plain_words("No space.\r\n\x1B[2Jgone\x7F.\n") == "No space.   [2Jgone");
  CHECK(plain_words(std::string(5000, 'x')).size() < 1000);
}

TEST_CASE("sftp::shell_word: quotes what a shell would take apart") {
  CHECK(shell_word("/home/a/.ssh/known_hosts") == "/home/a/.ssh/known_hosts");
  CHECK(shell_word("[host]:22") == "'[host]:22'");
  CHECK(shell_word("it's $HOME") == "'it'\\''s $HOME'");
  CHECK(shell_word("") == "''");
}

}  // namespace
}  // namespace thidua::deploy::sftp
