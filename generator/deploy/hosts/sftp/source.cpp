#include "deploy/hosts/sftp/source.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace thidua::deploy::sftp {
namespace {

tl::unexpected<Failure> cannot_read(const Upload& upload, const std::string& why) {
  return tl::make_unexpected(Failure{FailureKind::refused, "read", upload.path, upload.file + ": " + why});
}

std::string system_words() { return std::generic_category().message(errno); }

}  // namespace

Result<Source> Source::open(const Upload& upload) {
  if (upload.file.empty()) return Source(upload, -1);
  const int file = ::open(upload.file.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return cannot_read(upload, system_words());
  return Source(upload, file);
}

Source::Source(Source&& other) noexcept
    : upload_(other.upload_), file_(std::exchange(other.file_, -1)), given_(other.given_) {}

Source::~Source() {
  if (file_ >= 0) ::close(file_);
}

Result<std::string> Source::next(std::size_t count) {
  std::string bytes;
  if (file_ < 0) {
    bytes = upload_->bytes.substr(static_cast<std::size_t>(given_), count);
  } else {
    bytes.resize(count);
    std::size_t have = 0;
    while (have < count) {
      const ssize_t more = ::read(file_, bytes.data() + have, count - have);
      if (more < 0 && errno == EINTR) continue;
      if (more < 0) return cannot_read(*upload_, system_words());
      if (more == 0) break;
      have += static_cast<std::size_t>(more);
    }
    bytes.resize(have);
  }
  if (bytes.size() < count) return cannot_read(*upload_, "shorter than it was");
  given_ += count;
  return bytes;
}

}  // namespace thidua::deploy::sftp
