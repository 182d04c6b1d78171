// FTP over TLS (RFC 4217), begun explicitly, on the same libcurl as base/http. A client works on one server with
// several sessions side by side, each with one order at a time. The control and the data connections are always
// encrypted; where the server cannot, neither user nor password is sent.
//
// TLS is 1.2, not later: servers ask that a data connection takes up the control connection's session, and with TLS 1.3
// libcurl 7.88 takes up a wrong one from the second file on.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/http/message.hpp"

namespace thidua::ftp {

struct Site {
  std::string host;
  std::uint16_t port = 0;  ///< 0: 21
  std::string user;
  std::string password;
  std::string authorities;  ///< file of certificates to trust instead of the system's
  unsigned sessions = 4;
  unsigned connect_seconds = 15;
  unsigned silence_seconds = 30;
};

enum class Verb {
  commands,  ///< only these
  store,     ///< sends the body to the path; then the commands
  retrieve,  ///< gets the file at the path
  list,      ///< gets what MLSD (RFC 3659) says of the folder at the path
};

/// Paths and commands with a line break are not sent: the order fails.
struct Order {
  Verb verb = Verb::commands;
  std::string path;  ///< with a slash before it from the server's root, else from the user's own folder
  http::Body body;
  std::vector<std::string> commands;  ///< one that begins with * may fail
  std::uint64_t limit = 1 << 20;      ///< bytes of what is got
};

struct Reply {
  int code = 0;  ///< the server's last
  std::string body;
};

enum class FailureKind {
  lost,        ///< not connected, no longer connected, or silent
  distrusted,  ///< no TLS or no good certificate; nothing secret was sent
  login,       ///< user or password
  reply,       ///< the server said no: Failure::code
  too_large,   ///< more than Order::limit
  local,       ///< the file to send, or a line break
};

struct Failure {
  FailureKind kind = FailureKind::lost;
  int code = 0;         ///< the server's last; 0 where it has said nothing
  bool stored = false;  ///< with Verb::store: the body has arrived, and a command after it failed
  std::string words;    ///< libcurl's or ours, without user and password
};

template <class T>
using Result = tl::expected<T, Failure>;

class Client {
 public:
  using Then = std::function<void(Result<Reply>)>;

  explicit Client(Site site);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client();

  /// Takes up an order, or keeps it until a session is free. `then` is called once, from within step().
  void start(Order order, Then then);

  /// Waits until at least one order is done, or a second, and tells who gave it.
  void step();

  bool none() const;
  bool has_room() const;

  /// One order, waited for; others go on meanwhile.
  Result<Reply> fetch(Order order);

 private:
  class Sessions;
  std::unique_ptr<Sessions> sessions_;
};

}  // namespace thidua::ftp
