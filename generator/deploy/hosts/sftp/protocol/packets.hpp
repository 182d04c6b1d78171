// The packets of SFTP version 3 (draft-ietf-secsh-filexfer-02), as bytes: what a client asks, and what a server
// answers. Pure; nothing here trusts what a server sent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace thidua::deploy::sftp {

/// The first byte of a packet (section 3).
enum class Type : std::uint8_t {
  init = 1,
  version = 2,
  open = 3,
  close = 4,
  read = 5,
  write = 6,
  lstat = 7,
  fstat = 8,
  opendir = 11,
  readdir = 12,
  remove = 13,
  mkdir = 14,
  rmdir = 15,
  rename = 18,
  status = 101,
  handle = 102,
  data = 103,
  name = 104,
  attributes = 105,
  extended = 200,
  extended_reply = 201,
};

/// What a status answer says (section 7; from file_exists on they are of later drafts, and sent in version 3 by some
/// servers).
enum class Code : std::uint32_t {
  ok = 0,
  eof = 1,
  no_such_file = 2,
  permission_denied = 3,
  failure = 4,
  bad_message = 5,
  no_connection = 6,
  connection_lost = 7,
  unsupported = 8,
  file_exists = 11,
  write_protected = 12,
  no_space = 14,
  quota_exceeded = 15,
};

inline constexpr const char* kPosixRename = "posix-rename@openssh.com";
inline constexpr const char* kFileSystemStatus = "statvfs@openssh.com";

/// The longest packet that is believed, in bytes without its length: OpenSSH's own limit.
inline constexpr std::uint32_t kLongestPacket = 256 * 1024;

/// A request but for its number, which Client gives it.
struct Request {
  Type type;
  std::string fields;
};

Request open_for_reading(std::string_view path);
/// Makes the file, or empties it where it is there.
Request open_for_writing(std::string_view path);
Request close(std::string_view handle);
Request read(std::string_view handle, std::uint64_t offset, std::uint32_t length);
Request write(std::string_view handle, std::uint64_t offset, std::string_view bytes);
/// Does not follow a symbolic link.
Request status_of(std::string_view path);
Request status_of_open(std::string_view handle);
Request open_folder(std::string_view path);
Request read_folder(std::string_view handle);
Request make_folder(std::string_view path);
Request remove_folder(std::string_view path);
Request remove(std::string_view path);
/// Fails on most servers where `to` exists.
Request rename(std::string_view from, std::string_view to);
/// Replaces `to` at once; an extension (kPosixRename).
Request replace(std::string_view from, std::string_view to);
/// The room in the file system that holds `path`; an extension (kFileSystemStatus).
Request room_around(std::string_view path);

/// The bytes of a request, its length in front.
std::string encode(const Request& request, std::uint32_t number);
/// The first packet of all, which has no number.
std::string encode_init();

struct Attributes {
  std::optional<std::uint64_t> size;
  std::optional<std::uint32_t> permissions;  ///< st_mode, the kind of file among it

  bool is_folder() const { return permissions && (*permissions & 0170000) == 0040000; }
};

struct NamedEntry {
  std::string name;
  Attributes attributes;
};

/// What statvfs says, as far as it tells whether something fits.
struct Room {
  std::uint64_t bytes = 0;  ///< free for us
  std::uint64_t files = 0;  ///< that we may still make
};

/// An answer. Which members hold something follows from `type`.
struct Reply {
  Type type = Type::status;
  std::uint32_t number = 0;       ///< of the request
  Code code = Code::ok;           ///< status
  std::string text;               ///< status: the message; handle: the handle; data and extended_reply: the bytes
  std::vector<NamedEntry> names;  ///< name
  Attributes attributes;          ///< attributes
};

/// What the server is and can, its answer to the first packet.
struct Version {
  std::uint32_t number = 0;
  std::vector<std::pair<std::string, std::string>> extensions;  ///< names and versions

  bool offers(std::string_view extension) const;
};

/// Why a packet cannot be understood: English, no full stop.
using Misread = std::string;

/// Each takes one packet without its length.
tl::expected<Reply, Misread> decode(std::string_view packet);
tl::expected<Version, Misread> decode_version(std::string_view packet);
/// The text of an extended_reply to room_around().
tl::expected<Room, Misread> decode_room(std::string_view text);

/// Cuts the bytes that arrive into packets.
class Splitter {
 public:
  void add(std::string_view bytes) { bytes_ += bytes; }
  /// The next whole packet, without its length; nothing where more bytes are to come. Valid until the next call.
  tl::expected<std::optional<std::string_view>, Misread> next();

 private:
  std::string bytes_;
  std::size_t taken_ = 0;
};

}  // namespace thidua::deploy::sftp
