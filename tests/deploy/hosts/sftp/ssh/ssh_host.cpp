#include "deploy/hosts/sftp/ssh/ssh_host.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

// libssh would have a server's passwords taken by callbacks, which know no questions and answers.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace thidua::testing {

SshHost::SshHost(Manner manner) : manner_(std::move(manner)) {
  REQUIRE(ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key_) == SSH_OK);
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  REQUIRE(::bind(listener_, any, sizeof address) == 0);
  REQUIRE(::listen(listener_, 1) == 0);
  socklen_t size = sizeof address;
  REQUIRE(::getsockname(listener_, any, &size) == 0);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

SshHost::~SshHost() {
  tried();
  ::close(listener_);
  ssh_key_free(key_);
}

std::vector<std::string> SshHost::tried() {
  ::shutdown(listener_, SHUT_RDWR);
  if (thread_.joinable()) thread_.join();
  return tried_;
}

std::string SshHost::known_line() const {
  char* base64 = nullptr;
  REQUIRE(ssh_pki_export_pubkey_base64(key_, &base64) == SSH_OK);
  std::string line = "[127.0.0.1]:" + std::to_string(port_) + " ssh-ed25519 " + base64 + "\n";
  ssh_string_free_char(base64);
  return line;
}

void SshHost::serve() {
  const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
  if (connection < 0) return;
  ssh_bind bind = ssh_bind_new();
  ssh_key copy = ssh_key_dup(key_);  // the bind frees it
  ssh_bind_options_set(bind, SSH_BIND_OPTIONS_IMPORT_KEY, copy);
  ssh_session session = ssh_new();
  if (ssh_bind_accept_fd(bind, session, connection) == SSH_OK && ssh_handle_key_exchange(session) == SSH_OK) {
    converse(session);
  }
  ssh_disconnect(session);
  ssh_free(session);
  ssh_bind_free(bind);
}

void SshHost::converse(ssh_session session) {
  ssh_set_auth_methods(session, manner_.methods);
  while (ssh_message message = ssh_message_get(session)) {
    const bool goes_on = answer(session, message);
    ssh_message_free(message);
    if (!goes_on) return;
  }
}

bool SshHost::answer(ssh_session session, ssh_message message) {
  switch (ssh_message_type(message)) {
    case SSH_REQUEST_SERVICE:
      ssh_message_service_reply_success(message);
      return true;
    case SSH_REQUEST_AUTH:
      return judge(session, message);
    case SSH_REQUEST_CHANNEL_OPEN:
      (void)ssh_message_channel_request_open_reply_accept(message);
      return true;
    case SSH_REQUEST_CHANNEL:
      ssh_message_channel_request_reply_success(message);
      return true;
    default:
      ssh_message_reply_default(message);
      return true;
  }
}

bool SshHost::judge(ssh_session session, ssh_message message) {
  switch (ssh_message_subtype(message)) {
    case SSH_AUTH_METHOD_PASSWORD: {
      const std::string password = ssh_message_auth_password(message);
      tried_.push_back("password " + password);
      return let_in(message, password == manner_.password);
    }
    case SSH_AUTH_METHOD_INTERACTIVE:
      return judge_answers(session, message);
    case SSH_AUTH_METHOD_PUBLICKEY:
      return let_in_by_key(message);
    default:
      tried_.emplace_back("none");
      return let_in(message, false);
  }
}

bool SshHost::judge_answers(ssh_session session, ssh_message message) {
  if (!ssh_message_auth_kbdint_is_response(message)) {
    const char* questions[] = {"Mật khẩu: "};
    char echo[] = {static_cast<char>(manner_.shows_answers ? 1 : 0)};
    ssh_message_auth_interactive_request(message, "", "", 1, questions, echo);
    return true;
  }
  const std::string given = ssh_userauth_kbdint_getanswer(session, 0);
  tried_.push_back("answer " + given);
  return let_in(message, given == manner_.password);
}

bool SshHost::let_in_by_key(ssh_message message) {
  if (ssh_message_auth_publickey_state(message) == SSH_PUBLICKEY_STATE_NONE) {  // would it do?
    if (!manner_.takes_any_key) return let_in(message, false);
    ssh_message_auth_reply_pk_ok_simple(message);
    return true;
  }
  tried_.emplace_back("key");
  if (!manner_.wants_password_too) return let_in(message, manner_.takes_any_key);
  key_given_ = true;
  ssh_message_auth_reply_success(message, 1);
  return true;
}

bool SshHost::let_in(ssh_message message, bool right) {
  if (manner_.leaves) return false;
  const bool enough = !manner_.wants_password_too || key_given_;
  if (right && enough) {
    ssh_message_auth_reply_success(message, 0);
  } else {
    ssh_message_reply_default(message);
  }
  return true;
}

}  // namespace thidua::testing
