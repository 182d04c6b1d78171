// How a host fails: as a value that tells whether trying again could help, never as an exception.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace thidua::deploy {

enum class FailureKind {
  passing,      ///< connection lost, time-out, 500, 503, "try later": another try may succeed
  refused,      ///< user, password, key or permission: another try gives the same
  distrusted,   ///< host key unknown or changed, certificate invalid, expired or misnamed; nothing secret was sent
  full,         ///< disk or quota
  missing,      ///< what was asked for is not there
  unsupported,  ///< the host cannot do this at all
};

/// A failed operation on a host. Neither `words` nor `path` ever holds a secret: whoever fills them leaves user names'
/// passwords, keys, tokens and signatures out.
struct Failure {
  FailureKind kind = FailureKind::passing;
  std::string operation;  ///< "connect", "put", "rename" …
  std::string path;       ///< on the host, relative to the target's folder; empty where it is about the connection
  std::string words;      ///< what the host or the library said: English, no full stop
};

template <class T>
using Result = tl::expected<T, Failure>;

using Done = Result<void>;

}  // namespace thidua::deploy
