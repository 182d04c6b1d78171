#include "deploy/hosts/sftp/protocol/packets.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <random>

namespace thidua::deploy::sftp {
namespace {

using namespace std::string_literals;

std::string number(std::uint32_t value) {
  return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
          static_cast<char>(value)};
}
std::string large(std::uint64_t value) {
  return number(static_cast<std::uint32_t>(value >> 32)) + number(static_cast<std::uint32_t>(value));
}
std::string text(const std::string& value) { return number(static_cast<std::uint32_t>(value.size())) + value; }

/// One whole answer of each kind that is understood.
std::vector<std::string> answers() {
  const std::string attributes = number(0x8000000F) + large(2048) + number(1000) + number(1000) + number(0100644) +
                                 number(1) + number(2) + number(1) + text("a@b") + text("c");
  return {"\x65"s + number(7) + number(3) + text("Permission denied") + text("en"),
          "\x66"s + number(8) + text("handle"),
          "\x67"s + number(9) + text("bytes\0with zero"s),
          "\x68"s + number(10) + number(2) + text("tệp 1") + text("-rw-r--r--") + attributes + text("..") + text("") +
              number(0),
          "\x69"s + number(11) + attributes,
          "\xC9"s + number(12) + large(4096) + large(4096) + large(100) + large(50) + large(25) + large(9) + large(8) +
              large(7) + large(1) + large(0) + large(255)};
}

TEST_CASE("sftp::encode: the bytes of a request are those of the draft") {
  CHECK(encode_init() == "\0\0\0\x05\x01\0\0\0\x03"s);
  CHECK(encode(open_for_writing("a"), 0x01020304) ==
        "\0\0\0\x16\x03\x01\x02\x03\x04\0\0\0\x01"s + "a" + "\0\0\0\x1A\0\0\0\x04\0\0\x01\xA4"s);
  CHECK(encode(write("h", 0x1'0000'0002, "xyz"), 5) ==
        "\0\0\0\x19\x06\0\0\0\x05\0\0\0\x01"s + "h" + "\0\0\0\x01\0\0\0\x02\0\0\0\x03"s + "xyz");
  CHECK(encode(replace("a", "b"), 1) ==
        "\0\0\0\x2B\xC8\0\0\0\x01"s + text("posix-rename@openssh.com") + text("a") + text("b"));
}

TEST_CASE("sftp::decode: reads each kind of answer") {
  const auto all = answers();
  const auto status = decode(all[0]);
  REQUIRE(status);
  CHECK(status->number == 7);
  CHECK(status->code == Code::permission_denied);
  CHECK(status->text == "Permission denied");
  CHECK(decode(all[1])->text == "handle");
  CHECK(decode(all[2])->text == "bytes\0with zero"s);
  const auto names = decode(all[3]);
  REQUIRE(names);
  REQUIRE(names->names.size() == 2);
  CHECK(names->names[0].name == "tệp 1");
  CHECK(names->names[0].attributes.size == 2048);
  CHECK_FALSE(names->names[0].attributes.is_folder());
  CHECK(names->names[1].attributes.permissions == std::nullopt);
  CHECK(decode(all[4])->attributes.permissions == 0100644);
  const auto room = decode_room(decode(all[5])->text);
  REQUIRE(room);
  CHECK(room->bytes == 25 * 4096);
  CHECK(room->files == 7);
}

TEST_CASE("sftp::decode: a status without a message is understood, as some servers send it") {
  const auto reply = decode("\x65"s + number(1) + number(4));
  REQUIRE(reply);
  CHECK(reply->code == Code::failure);
  CHECK(reply->text.empty());
}

TEST_CASE("sftp::decode: an answer that is cut anywhere is misread, but where only what is not needed is missing") {
  for (const std::string& whole : answers()) {
    for (std::size_t length = 0; length < whole.size(); ++length) {
      const auto reply = decode(std::string_view(whole).substr(0, length));
      const bool is_status_without_language = whole[0] == '\x65' && length >= 5 + 4;
      const bool is_extended = whole[0] == '\xC9' && length >= 5;
      CAPTURE(length);
      if (!is_status_without_language && !is_extended) CHECK_FALSE(reply);
      if (is_extended && length < 5 + 8 * 8) CHECK_FALSE(decode_room(reply->text));
    }
  }
}

TEST_CASE("sftp::decode: counts and lengths that no packet can hold are misread, at once") {
  CHECK_FALSE(decode("\x68"s + number(1) + number(0xFFFFFFFF)));
  CHECK_FALSE(decode("\x66"s + number(1) + number(0xFFFFFFFF) + "short"));
  CHECK_FALSE(decode("\x69"s + number(1) + number(0x80000000) + number(0xFFFFFFFF)));
  CHECK_FALSE(decode("\x02"s + number(3)));
  CHECK_FALSE(decode(""));
  const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  std::string vast;
  for (int field = 0; field < 11; ++field) vast += large(most);
  CHECK(decode_room(vast)->bytes == most);
}

TEST_CASE("sftp::decode: bytes spoilt at random never lead outside the packet") {
  std::mt19937 random(20260101);
  const auto all = answers();
  std::size_t misread = 0;
  constexpr std::size_t kTries = 50'000;
  for (std::size_t round = 0; round < kTries; ++round) {
    std::string packet = all[random() % all.size()];
    for (auto spoilt = random() % 4 + 1; spoilt > 0; --spoilt)
      packet[random() % packet.size()] = static_cast<char>(random());
    packet.resize(random() % (packet.size() + 1));
    packet.shrink_to_fit();  // so that the address sanitizer sees a byte too far
    if (const auto reply = decode(packet); !reply) {
      ++misread;
    } else {
      CHECK(reply->text.size() <= packet.size());
      CHECK(reply->names.size() <= packet.size() / 12);
    }
    (void)decode_version(packet);
    (void)decode_room(packet);
  }
  CHECK(misread > kTries / 2);
  CHECK(misread < kTries);
}

TEST_CASE("sftp::decode_version: learns what the server offers") {
  const auto version = decode_version("\x02"s + number(3) + text(kPosixRename) + text("1") + text("other") + text("2"));
  REQUIRE(version);
  CHECK(version->number == 3);
  CHECK(version->offers(kPosixRename));
  CHECK_FALSE(version->offers(kFileSystemStatus));
  CHECK_FALSE(decode_version("\x02"s + number(3) + text("half")));
  CHECK_FALSE(decode_version("\x65"s + number(3)));
}

TEST_CASE("sftp::Splitter: gives the same packets however the bytes arrive") {
  std::string stream;
  for (const std::string& one : answers()) stream += text(one);
  for (std::size_t piece = 1; piece <= stream.size(); ++piece) {
    Splitter splitter;
    std::vector<std::string> found;
    for (std::size_t at = 0; at < stream.size(); at += piece) {
      splitter.add(std::string_view(stream).substr(at, piece));
      while (true) {
        const auto packet = splitter.next();
        REQUIRE(packet);
        if (!*packet) break;
        found.emplace_back(**packet);
      }
    }
    CAPTURE(piece);
    CHECK(found == answers());
  }
}

TEST_CASE("sftp::Splitter: refuses lengths that are none, so that text is not waited for as a packet") {
  for (const std::string& bytes : {"Welcome to this host"s, number(0), number(kLongestPacket + 1)}) {
    Splitter splitter;
    splitter.add(bytes);
    CHECK_FALSE(splitter.next());
  }
}

}  // namespace
}  // namespace thidua::deploy::sftp
