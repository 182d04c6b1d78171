#include "deploy/hosts/sftp/fetch.hpp"

#include <algorithm>
#include <utility>

#include "deploy/hosts/sftp/words.hpp"

namespace thidua::deploy::sftp {
namespace {

constexpr std::uint32_t kPiece = 32768;  // bytes asked for in a READ
constexpr std::size_t kMostPieces = 64;  // asked for and not yet answered

/// Asks for all pieces of an open file; a server may give less of each than it was asked for.
class Fetch {
 public:
  Fetch(Client& client, std::string handle, const std::string& path)
      : client_(client), handle_(std::move(handle)), path_(path) {}

  Result<std::string> all(std::uint64_t limit) {
    const auto reply = client_.ask_and_wait(status_of_open(handle_));
    if (!reply) return tl::make_unexpected(reply.error());
    if (reply->type != Type::attributes) return tl::make_unexpected(failure_of(*reply, "read", path_));
    if (!reply->attributes.size) return tl::make_unexpected(out_of_place("read", path_));
    if (*reply->attributes.size > limit) return too_long(limit);
    bytes_.resize(static_cast<std::size_t>(*reply->attributes.size));
    for (std::size_t offset = 0; offset < bytes_.size(); offset += kPiece) {
      while (client_.unanswered() >= kMostPieces) {
        if (Done pumped = client_.pump(); !pumped) return tl::make_unexpected(pumped.error());
      }
      ask(offset, std::min<std::size_t>(kPiece, bytes_.size() - offset));
    }
    if (Done settled = client_.settle(); !settled) return tl::make_unexpected(settled.error());
    if (failure_) return tl::make_unexpected(*failure_);
    return std::move(bytes_);
  }

 private:
  void ask(std::size_t offset, std::size_t length) {
    client_.ask(read(handle_, offset, static_cast<std::uint32_t>(length)),
                [this, offset, length](const Reply& reply) { take(reply, offset, length); });
  }

  void take(const Reply& reply, std::size_t offset, std::size_t length) {
    const std::size_t got = reply.text.size();
    if (reply.type != Type::data) {
      failure_ = failure_of(reply, "read", path_);
    } else if (got == 0 || got > length) {
      failure_ = out_of_place("read", path_);
    } else {
      std::copy(reply.text.begin(), reply.text.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(offset));
      if (got < length) ask(offset + got, length - got);
    }
  }

  tl::unexpected<Failure> too_long(std::uint64_t limit) const {
    return tl::make_unexpected(
        Failure{FailureKind::refused, "read", path_, "it has more than " + std::to_string(limit) + " bytes"});
  }

  Client& client_;
  std::string handle_;
  const std::string& path_;
  std::string bytes_;
  std::optional<Failure> failure_;
};

}  // namespace

Result<std::optional<std::string>> fetch(Client& client, const std::string& name, const std::string& path,
                                         std::uint64_t limit) {
  const auto opened = client.ask_and_wait(open_for_reading(name));
  if (!opened) return tl::make_unexpected(opened.error());
  if (opened->type == Type::status && opened->code == Code::no_such_file) return std::nullopt;
  if (opened->type != Type::handle) return tl::make_unexpected(failure_of(*opened, "read", path));
  auto bytes = Fetch(client, opened->text, path).all(limit);
  if (const auto closed = client.ask_and_wait(close(opened->text)); !closed && bytes) {
    return tl::make_unexpected(closed.error());
  }
  if (!bytes) return tl::make_unexpected(bytes.error());
  return std::optional<std::string>(std::move(*bytes));
}

}  // namespace thidua::deploy::sftp
