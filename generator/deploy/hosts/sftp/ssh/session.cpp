#include "deploy/hosts/sftp/ssh/session.hpp"

#include <libssh/libssh.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <utility>

#include "deploy/hosts/sftp/ssh/proof.hpp"
#include "deploy/hosts/sftp/ssh/trust.hpp"
#include "deploy/hosts/sftp/words.hpp"

namespace thidua::deploy::sftp {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kPiece = 32768;  // bytes; what OpenSSH takes in one packet of a channel

struct CloseSession {
  void operator()(ssh_session session) const {
    ssh_disconnect(session);
    ssh_free(session);
  }
};
using Session = std::unique_ptr<ssh_session_struct, CloseSession>;

Failure lost(ssh_session session, const char* operation) {
  std::string words = plain_words(ssh_get_error(session));
  if (words.empty()) words = "the connection ended";
  return {FailureKind::passing, operation, "", std::move(words)};
}

/// What happens on the socket within so many milliseconds; false where nothing does.
bool wait_for_socket(ssh_session session, std::chrono::milliseconds patience) {
  pollfd socket{ssh_get_fd(session), POLLIN, 0};
  if (ssh_get_poll_flags(session) & SSH_WRITE_PENDING) socket.events |= POLLOUT;
  const int ready = ::poll(&socket, 1, static_cast<int>(std::max<std::int64_t>(patience.count(), 0)));
  return ready > 0 || (ready < 0 && errno == EINTR);
}

std::chrono::milliseconds left_until(Clock::time_point deadline) {
  return std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
}

class SshChannel : public Channel {
 public:
  SshChannel(Session session, unsigned silence) : session_(std::move(session)), silence_(silence) {}

  Done start() {
    channel_ = ssh_channel_new(session_.get());  // freed with the session
    if (!channel_) return tl::make_unexpected(lost(session_.get(), "connect"));
    if (Done opened = until_done([&] { return ssh_channel_open_session(channel_); }); !opened) return opened;
    return until_done([&] { return ssh_channel_request_sftp(channel_); });
  }

  Result<std::size_t> send(std::string_view bytes) override {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
      const std::size_t room = std::min<std::size_t>(ssh_channel_window_size(channel_), kPiece);
      const std::size_t piece = std::min(room, bytes.size() - sent);
      if (piece == 0) break;
      const int taken = ssh_channel_write(channel_, bytes.data() + sent, static_cast<std::uint32_t>(piece));
      if (taken < 0) return tl::make_unexpected(lost(session_.get(), "send"));
      if (taken == 0) break;
      sent += static_cast<std::size_t>(taken);
    }
    return sent;
  }

  Result<std::string> receive(bool unsent) override {
    const Clock::time_point deadline = Clock::now() + silence_;
    bool woken = false;
    while (true) {
      std::string bytes(kPiece, '\0');
      const int count = ssh_channel_read_nonblocking(channel_, bytes.data(), kPiece, 0);
      if (count > 0) {
        bytes.resize(static_cast<std::size_t>(count));
        return bytes;
      }
      if (count < 0 || ssh_channel_is_eof(channel_) || !ssh_is_connected(session_.get())) return ended();
      if (unsent && woken) return std::string();
      if (!wait_for_socket(session_.get(), left_until(deadline))) return tl::make_unexpected(silent("receive"));
      woken = true;
    }
  }

 private:
  Result<std::string> ended() const { return tl::make_unexpected(lost(session_.get(), "receive")); }

  Failure silent(const char* operation) const {
    return {FailureKind::passing, operation, "",
            "nothing came from the host for " + std::to_string(silence_.count()) + " s"};
  }

  /// Repeats what libssh cannot finish at once; by itself it would wait for ever.
  template <class Step>
  Done until_done(Step step) {
    const Clock::time_point deadline = Clock::now() + silence_;
    int outcome = step();
    while (outcome == SSH_AGAIN) {
      if (!wait_for_socket(session_.get(), left_until(deadline))) return tl::make_unexpected(silent("connect"));
      outcome = step();
    }
    if (outcome == SSH_OK) return {};
    Failure failure = lost(session_.get(), "connect");
    if (ssh_is_connected(session_.get())) failure.kind = FailureKind::unsupported;  // no SFTP here
    return tl::make_unexpected(failure);
  }

  Session session_;
  std::chrono::seconds silence_;
  ssh_channel channel_ = nullptr;
};

/// libssh takes some characters after % for words of its own.
std::string literal(const std::string& path) {
  std::string doubled;
  for (const char c : path) doubled += c == '%' ? std::string("%%") : std::string(1, c);
  return doubled;
}

bool set_options(ssh_session session, const Target& target, const Secrets& secrets, const Patience& patience) {
  const std::string& user = secrets.user.empty() ? target.user : secrets.user;
  const std::string known_hosts = literal(known_hosts_file(target));
  const unsigned port = target.port == 0 ? 22 : target.port;
  const long seconds = static_cast<long>(patience.connect);
  const int on = 1, off = 0;
  const auto set = [&](ssh_options_e option, const void* value) {
    return ssh_options_set(session, option, value) == 0;
  };
  return set(SSH_OPTIONS_PROCESS_CONFIG, &off) && set(SSH_OPTIONS_HOST, target.host.c_str()) &&
         set(SSH_OPTIONS_PORT, &port) && (user.empty() || set(SSH_OPTIONS_USER, user.c_str())) &&
         set(SSH_OPTIONS_TIMEOUT, &seconds) && set(SSH_OPTIONS_NODELAY, &on) &&
         (known_hosts.empty() || set(SSH_OPTIONS_KNOWNHOSTS, known_hosts.c_str())) &&
         (target.known_hosts.empty() || set(SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null"));
}

}  // namespace

Result<std::unique_ptr<Channel>> open_session(const Target& target, const Secrets& secrets, Patience patience) {
  Session session(ssh_new());
  if (!session || !set_options(session.get(), target, secrets, patience)) {
    return tl::make_unexpected(
        Failure{FailureKind::unsupported, "connect", "", "no SSH session can be made of this target"});
  }
  if (ssh_connect(session.get()) != SSH_OK) return tl::make_unexpected(lost(session.get(), "connect"));
  if (Done known = check_host_key(session.get(), target); !known) return tl::make_unexpected(known.error());
  if (Done proved = prove_identity(session.get(), target, secrets); !proved) return tl::make_unexpected(proved.error());
  ssh_set_blocking(session.get(), 0);
  auto channel = std::make_unique<SshChannel>(std::move(session), patience.silence);
  if (Done started = channel->start(); !started) return tl::make_unexpected(started.error());
  return channel;
}

}  // namespace thidua::deploy::sftp
