// What an upload consists of, piece by piece.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "deploy/host.hpp"

namespace thidua::deploy::sftp {

/// Reads an upload's bytes in order. The upload must live as long.
class Source {
 public:
  /// Fails where the local file cannot be opened.
  static Result<Source> open(const Upload& upload);

  Source(Source&& other) noexcept;
  Source& operator=(Source&&) = delete;
  ~Source();

  std::uint64_t left() const { return upload_->size - given_; }
  /// The next bytes, exactly so many; fails where the file is shorter than it was said to be, or cannot be read.
  Result<std::string> next(std::size_t count);

 private:
  Source(const Upload& upload, int file) : upload_(&upload), file_(file) {}

  const Upload* upload_;
  int file_;  ///< -1 where the bytes are in the upload
  std::uint64_t given_ = 0;
};

}  // namespace thidua::deploy::sftp
