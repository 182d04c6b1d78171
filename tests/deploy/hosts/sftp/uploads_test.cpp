#include "deploy/hosts/sftp/uploads.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/temporary_folder.hpp"
#include "deploy/hosts/sftp/small_server.hpp"

namespace thidua::deploy::sftp {
namespace {

using testing::SmallServer;
using Outcomes = std::map<std::string, Done>;

constexpr std::size_t kShortRequests = 20'000;  // bytes of OPEN, CLOSE and rename, which do not wait

std::string temporary(const std::string& path) { return "site/" + temporary_name(path); }

Upload upload(const std::string& path, std::string bytes) {
  const std::uint64_t size = bytes.size();
  return {.path = path, .bytes = std::move(bytes), .size = size};
}

SmallServer server_with_site() {
  SmallServer server;
  server.folders = {"site"};
  return server;
}

/// Everything that was told, each file at most once.
Outcomes put(SmallServer& server, const std::vector<Upload>& files, UploadManner manner = {},
             std::size_t going = 1'000'000) {
  Client client(server);
  REQUIRE(client.begin());
  const Place place("site/");
  Outcomes told;
  const Each each = [&](std::size_t index, Done outcome) { CHECK(told.emplace(files[index].path, outcome).second); };
  Uploads(client, place, files, each, manner).run([&] { return going-- > 0; });
  CHECK(told.size() == files.size());
  return told;
}

FailureKind kind_of(const Done& outcome) {
  REQUIRE_FALSE(outcome);
  return outcome.error().kind;
}

TEST_CASE("sftp::Uploads: files arrive under temporary names, and replace what was there in one step") {
  SmallServer server = server_with_site();
  server.files["site/tệp 1+%=.html"] = "old";
  const Outcomes told = put(server, {upload("tệp 1+%=.html", "new"), upload("empty", "")});
  CHECK(told.at("empty"));
  CHECK(server.files == std::map<std::string, std::string>{{"site/tệp 1+%=.html", "new"}, {"site/empty", ""}});
  CHECK(server.count(Type::remove) == 0);
  CHECK(std::count(server.log.begin(), server.log.end(),
                   SmallServer::Asked{Type::extended, temporary("tệp 1+%=.html"), "site/tệp 1+%=.html"}) == 1);
  for (const auto& asked : server.log) {
    if (asked.type == Type::open) CHECK(is_temporary(asked.path));
  }
}

TEST_CASE(
    "sftp::Uploads: many files are under way at once, but never more than said, nor bytes than the server holds") {
  SmallServer server = server_with_site();
  std::vector<Upload> files;
  for (int index = 0; index < 500; ++index)
    files.push_back(upload("f" + std::to_string(index), std::string(60'000, 'x')));
  put(server, files, {.at_once = 64});
  CHECK(server.files.size() == 500);
  CHECK(server.most_open == 64);
  CHECK(server.most_unanswered > kMostUnanswered - 100'000);
  CHECK(server.most_unanswered < kMostUnanswered + kShortRequests);
  CHECK(server.open_handles() == 0);
}

TEST_CASE("sftp::Uploads: a long file fills the line, and arrives whole, whatever the order of the answers") {
  SmallServer server = server_with_site();
  server.backwards = true;
  server.takes_at_once = 50'000;
  server.gives_at_once = 11;
  std::string bytes;
  for (std::uint32_t index = 0; bytes.size() < 5'000'001; ++index)
    bytes += static_cast<char>(index * 2654435761U >> 24);
  CHECK(put(server, {upload("long", bytes), upload("short", "x")}).at("long"));
  CHECK(server.files.at("site/long") == bytes);
}

TEST_CASE("sftp::Uploads: a handle without a byte is one like any other") {
  SmallServer server = server_with_site();
  server.nameless = true;
  CHECK(put(server, {upload("long", std::string(5'000'000, 'x'))}).at("long"));
  CHECK(server.files.at("site/long").size() == 5'000'000);
  CHECK(server.count(Type::extended) == 1);
}

TEST_CASE("sftp::Uploads: missing folders are made, once for all files in them, and those they are in") {
  SmallServer server;
  std::vector<Upload> files;
  for (int index = 0; index < 40; ++index) files.push_back(upload("a/b/" + std::to_string(index), "x"));
  put(server, files, {.at_once = 40});
  CHECK(server.folders == std::set<std::string>{"site", "site/a", "site/a/b"});
  CHECK(server.files.size() == 40);
  CHECK(server.count(Type::mkdir) == 3);
}

TEST_CASE("sftp::Uploads: what hinders a folder from being made is what fails") {
  SmallServer server;
  server.objection = [](const auto& asked) {
    return asked.type == Type::mkdir ? std::optional(Code::permission_denied) : std::nullopt;
  };
  const Outcomes told = put(server, {upload("a/b", "x")});
  CHECK(kind_of(told.at("a/b")) == FailureKind::refused);
  CHECK(told.at("a/b").error().operation == "make folder");
  CHECK(server.count(Type::open) == 2);
}

TEST_CASE("sftp::Uploads: where folders are not to be made, a missing one fails") {
  SmallServer server;
  CHECK(kind_of(put(server, {upload("a", "x")}, {.makes_folders = false}).at("a")) == FailureKind::missing);
  CHECK(server.count(Type::mkdir) == 0);
}

TEST_CASE("sftp::Uploads: a write that fails leaves the old file and no temporary one, whichever write it is") {
  for (const std::size_t failing : {1, 2, 100}) {
    SmallServer server = server_with_site();
    server.files["site/a"] = "old";
    std::size_t writes = 0;
    server.objection = [&](const SmallServer::Asked& asked) -> std::optional<Code> {
      if (asked.type == Type::write && ++writes == failing) return Code::failure;
      return std::nullopt;
    };
    const Outcomes told = put(server, {upload("a", std::string(4'000'000, 'x')), upload("b", "fine")});
    CHECK(kind_of(told.at("a")) == FailureKind::full);
    CHECK(told.at("b"));
    CHECK(server.files == std::map<std::string, std::string>{{"site/a", "old"}, {"site/b", "fine"}});
    CHECK(server.open_handles() == 0);
  }
}

TEST_CASE("sftp::Uploads: the room that is left tells a full host from a quota") {
  const auto words = [](Room room, std::vector<std::string> extensions) {
    SmallServer server = server_with_site();
    server.room = room;
    server.extensions = std::move(extensions);
    server.objection = [](const auto& asked) {
      return asked.type == Type::write ? std::optional(Code::failure) : std::nullopt;
    };
    const Outcomes told = put(server, {upload("a", "x")});
    CHECK(kind_of(told.at("a")) == FailureKind::full);
    return told.at("a").error().words;
  };
  CHECK(words({0, 5}, {kFileSystemStatus}) == "said the server; the host has room for 0 bytes and 5 files more");
  CHECK(words({1'000'000, 5}, {kFileSystemStatus}).find("quota") != std::string::npos);
  CHECK(words({}, {}).find("disk or a quota") != std::string::npos);
}

TEST_CASE("sftp::Uploads: a file that cannot be opened is refused, or the host is full, or it may pass") {
  const auto kind = [](Code code, Room room) {
    SmallServer server = server_with_site();
    server.room = room;
    server.objection = [&](const auto& asked) { return asked.type == Type::open ? std::optional(code) : std::nullopt; };
    return kind_of(put(server, {upload("a", "x")}).at("a"));
  };
  const Room wide{1'000'000, 1000};
  CHECK(kind(Code::permission_denied, wide) == FailureKind::refused);
  CHECK(kind(Code::failure, wide) == FailureKind::passing);
  CHECK(kind(Code::failure, {1'000'000, 0}) == FailureKind::full);
  CHECK(kind(Code::quota_exceeded, wide) == FailureKind::full);
  CHECK(kind(Code::unsupported, wide) == FailureKind::unsupported);
}

TEST_CASE("sftp::Uploads: without posix-rename a new file is renamed at once, an old one removed just before") {
  SmallServer server = server_with_site();
  server.extensions.clear();
  server.files["site/old"] = "old";
  put(server, {upload("new", "n")});
  CHECK(server.count(Type::remove) == 0);
  server.log.clear();
  put(server, {upload("old", "new")});
  CHECK(server.files == std::map<std::string, std::string>{{"site/new", "n"}, {"site/old", "new"}});
  const SmallServer::Asked renaming{Type::rename, temporary("old"), "site/old"};
  const std::vector<SmallServer::Asked> last(server.log.end() - 3, server.log.end());
  CHECK(last == std::vector<SmallServer::Asked>{renaming, {Type::remove, "site/old", ""}, renaming});
}

TEST_CASE("sftp::Uploads: without posix-rename, a rename that is forbidden does not cost the old file") {
  SmallServer server = server_with_site();
  server.extensions.clear();
  server.files["site/old"] = "old";
  server.objection = [](const auto& asked) {
    return asked.type == Type::rename ? std::optional(Code::permission_denied) : std::nullopt;
  };
  CHECK(kind_of(put(server, {upload("old", "new")}).at("old")) == FailureKind::refused);
  CHECK(server.files == std::map<std::string, std::string>{{"site/old", "old"}});
}

TEST_CASE(
    "sftp::Uploads: wherever the connection ends, each file is told of once, and is the old or the new one, whole") {
  std::vector<Upload> files;
  for (int index = 0; index < 12; ++index)
    files.push_back(upload("d/" + std::to_string(index), std::string(50'000, 'n')));
  for (std::size_t requests = 0; requests < 80; ++requests) {
    SmallServer server = server_with_site();
    server.dies_after = requests;
    server.folders.insert("site/d");
    for (int index = 0; index < 6; ++index) server.files["site/d/" + std::to_string(index)] = "old";
    const Outcomes told = put(server, files, {.at_once = 5});
    std::size_t failed = 0;
    for (const auto& [path, outcome] : told) {
      if (outcome) CHECK(server.files.at("site/" + path) == std::string(50'000, 'n'));
      if (!outcome) CHECK(kind_of(outcome) == FailureKind::passing);
      if (!outcome) CHECK(outcome.error().path == path);
      failed += !outcome;
    }
    for (const auto& [name, bytes] : server.files)
      CHECK((is_temporary(name) || bytes == "old" || bytes.size() == 50'000));
    CHECK((failed > 0) == (requests < 12 * 5));  // OPEN, two WRITEs, CLOSE, rename
  }
}

TEST_CASE("sftp::Uploads: stops taking up files when told to, ends what is under way, and tells of the others") {
  SmallServer server = server_with_site();
  std::vector<Upload> files;
  for (int index = 0; index < 20; ++index) files.push_back(upload(std::to_string(index), "x"));
  const Outcomes told = put(server, files, {.at_once = 4}, 7);
  CHECK(server.files.size() == 7);
  CHECK(std::count_if(told.begin(), told.end(), [](const auto& one) { return one.second.has_value(); }) == 7);
  CHECK(kind_of(told.at("19")) == FailureKind::passing);
}

TEST_CASE("sftp::Uploads: reads local files, and fails where they are gone or have become shorter") {
  const testing::TemporaryFolder folder;
  testing::put(folder / "whole", std::string(100'000, 'w'));
  SmallServer server = server_with_site();
  server.files["site/shorter"] = "old";
  const Outcomes told = put(server, {{.path = "whole", .file = folder / "whole", .size = 100'000},
                                     {.path = "shorter", .file = folder / "whole", .size = 100'001},
                                     {.path = "gone", .file = folder / "gone", .size = 1}});
  CHECK(told.at("whole"));
  CHECK(kind_of(told.at("shorter")) == FailureKind::refused);
  CHECK(kind_of(told.at("gone")) == FailureKind::refused);
  CHECK(server.files ==
        std::map<std::string, std::string>{{"site/whole", std::string(100'000, 'w')}, {"site/shorter", "old"}});
}

}  // namespace
}  // namespace thidua::deploy::sftp
