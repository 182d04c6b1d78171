#include "deploy/hosts/sftp/protocol/packets.hpp"

#include <algorithm>
#include <limits>

namespace thidua::deploy::sftp {
namespace {

constexpr std::uint32_t kVersion = 3;
constexpr std::uint32_t kForReading = 0x01;
constexpr std::uint32_t kForWriting = 0x02 | 0x08 | 0x10;  // write, create, truncate
constexpr std::uint32_t kHasSize = 0x1, kHasOwner = 0x2, kHasPermissions = 0x4, kHasTimes = 0x8,
                        kHasExtensions = 0x80000000;

/// Big-endian numbers and strings with their length in front.
class Fields {
 public:
  Fields& number(std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes_ += static_cast<char>(value >> shift & 0xFF);
    return *this;
  }
  Fields& large(std::uint64_t value) {
    return number(static_cast<std::uint32_t>(value >> 32)).number(static_cast<std::uint32_t>(value));
  }
  Fields& text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes_ += value;
    return *this;
  }
  Fields& permissions(std::uint32_t value) { return number(kHasPermissions).number(value); }
  Fields& nothing() { return number(0); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads the same from bytes that may end anywhere: past their end everything is zero, and ok() is false.
class Reading {
 public:
  explicit Reading(std::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

  std::uint8_t byte() {
    const std::string_view one = bytes(1);
    return one.empty() ? 0 : static_cast<std::uint8_t>(one[0]);
  }
  std::uint32_t number() {
    std::uint32_t value = 0;
    for (const char digit : bytes(4)) value = value << 8 | static_cast<std::uint8_t>(digit);
    return value;
  }
  std::uint64_t large() {
    const std::uint64_t high = number();
    return high << 32 | number();
  }
  std::string_view text() { return bytes(number()); }

  Attributes attributes() {
    Attributes read;
    const std::uint32_t flags = number();
    if (flags & kHasSize) read.size = large();
    if (flags & kHasOwner) large();
    if (flags & kHasPermissions) read.permissions = number();
    if (flags & kHasTimes) large();
    if (flags & kHasExtensions) {
      for (std::uint32_t left = number(); left > 0 && ok_; --left) text(), text();
    }
    return read;
  }

 private:
  std::string_view bytes(std::size_t count) {
    if (!ok_ || count > rest_.size()) {
      ok_ = false;
      return {};
    }
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

  std::string_view rest_;
  bool ok_ = true;
};

Request with_text(Type type, std::string_view text) { return {type, Fields().text(text).take()}; }

void read_names(Reading& reading, Reply& reply) {
  for (std::uint32_t left = reading.number(); left > 0 && reading.ok(); --left) {
    NamedEntry entry;
    entry.name = reading.text();
    reading.text();  // a line as `ls -l` shows it, without a form to rely on
    entry.attributes = reading.attributes();
    if (reading.ok()) reply.names.push_back(std::move(entry));
  }
}

void read_status(Reading& reading, Reply& reply) {
  reply.code = static_cast<Code>(reading.number());
  if (reading.ok() && !reading.at_end()) reply.text = reading.text();  // some servers leave the message out
}

tl::unexpected<Misread> misread(const char* why) { return tl::make_unexpected(Misread(why)); }

}  // namespace

Request open_for_reading(std::string_view path) {
  return {Type::open, Fields().text(path).number(kForReading).nothing().take()};
}
Request open_for_writing(std::string_view path) {
  return {Type::open, Fields().text(path).number(kForWriting).permissions(0644).take()};
}
Request close(std::string_view handle) { return with_text(Type::close, handle); }
Request read(std::string_view handle, std::uint64_t offset, std::uint32_t length) {
  return {Type::read, Fields().text(handle).large(offset).number(length).take()};
}
Request write(std::string_view handle, std::uint64_t offset, std::string_view bytes) {
  return {Type::write, Fields().text(handle).large(offset).text(bytes).take()};
}
Request status_of(std::string_view path) { return with_text(Type::lstat, path); }
Request status_of_open(std::string_view handle) { return with_text(Type::fstat, handle); }
Request open_folder(std::string_view path) { return with_text(Type::opendir, path); }
Request read_folder(std::string_view handle) { return with_text(Type::readdir, handle); }
Request make_folder(std::string_view path) { return {Type::mkdir, Fields().text(path).permissions(0755).take()}; }
Request remove_folder(std::string_view path) { return with_text(Type::rmdir, path); }
Request remove(std::string_view path) { return with_text(Type::remove, path); }
Request rename(std::string_view from, std::string_view to) {
  return {Type::rename, Fields().text(from).text(to).take()};
}
Request replace(std::string_view from, std::string_view to) {
  return {Type::extended, Fields().text(kPosixRename).text(from).text(to).take()};
}
Request room_around(std::string_view path) {
  return {Type::extended, Fields().text(kFileSystemStatus).text(path).take()};
}

std::string encode(const Request& request, std::uint32_t number) {
  std::string packet = Fields().number(static_cast<std::uint32_t>(request.fields.size() + 5)).take();
  packet += static_cast<char>(request.type);
  packet += Fields().number(number).take();
  packet += request.fields;
  return packet;
}

std::string encode_init() {
  std::string packet = Fields().number(5).take();
  packet += static_cast<char>(Type::init);
  return packet + Fields().number(kVersion).take();
}

bool Version::offers(std::string_view extension) const {
  return std::any_of(extensions.begin(), extensions.end(), [&](const auto& one) { return one.first == extension; });
}

tl::expected<Reply, Misread> decode(std::string_view packet) {
  Reading reading(packet);
  Reply reply;
  reply.type = static_cast<Type>(reading.byte());
  reply.number = reading.number();
  switch (reply.type) {
    case Type::status:
      read_status(reading, reply);
      break;
    case Type::handle:
    case Type::data:
      reply.text = reading.text();
      break;
    case Type::name:
      read_names(reading, reply);
      break;
    case Type::attributes:
      reply.attributes = reading.attributes();
      break;
    case Type::extended_reply:
      reply.text = reading.rest();
      break;
    default:
      return misread("an answer of a kind that is not known");
  }
  if (!reading.ok()) return misread("an answer that ends too soon");
  return reply;
}

tl::expected<Version, Misread> decode_version(std::string_view packet) {
  Reading reading(packet);
  if (static_cast<Type>(reading.byte()) != Type::version) return misread("no version in the first packet");
  Version version;
  version.number = reading.number();
  while (reading.ok() && !reading.at_end()) {
    std::string name(reading.text());
    version.extensions.emplace_back(std::move(name), reading.text());
  }
  if (!reading.ok()) return misread("a first packet that ends too soon");
  return version;
}

tl::expected<Room, Misread> decode_room(std::string_view text) {
  Reading reading(text);
  reading.large();  // f_bsize
  const std::uint64_t unit = reading.large();
  reading.large(), reading.large();  // f_blocks, f_bfree
  const std::uint64_t units = reading.large();
  reading.large(), reading.large();  // f_files, f_ffree
  Room room;
  room.files = reading.large();
  if (!reading.ok()) return misread("an answer that ends too soon");
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  room.bytes = unit != 0 && units > kMost / unit ? kMost : unit * units;
  return room;
}

tl::expected<std::optional<std::string_view>, Misread> Splitter::next() {
  const std::string_view left = std::string_view(bytes_).substr(taken_);
  const std::uint32_t length = left.size() < 4 ? 0 : Reading(left).number();
  if (left.size() >= 4 && (length == 0 || length > kLongestPacket)) return misread("something else than SFTP packets");
  if (left.size() < 4 || left.size() - 4 < length) {
    bytes_.erase(0, taken_);
    taken_ = 0;
    return std::nullopt;
  }
  taken_ += 4 + length;
  return left.substr(4, length);
}

}  // namespace thidua::deploy::sftp
