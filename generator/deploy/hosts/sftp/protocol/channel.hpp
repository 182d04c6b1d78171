// Bytes to and from an SFTP server: an SSH channel, or a script in tests.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "deploy/failure.hpp"

namespace thidua::deploy::sftp {

class Channel {
 public:
  virtual ~Channel() = default;

  /// Takes as many of the bytes as the server has room for now, perhaps none, and gives their count. Never waits.
  virtual Result<std::size_t> send(std::string_view bytes) = 0;

  /// Waits for bytes from the server and gives what is there. With `unsent` it also returns, perhaps without any, when
  /// there may be room for more. Fails as passing where the server is silent for too long or the connection is lost.
  virtual Result<std::string> receive(bool unsent) = 0;
};

}  // namespace thidua::deploy::sftp
