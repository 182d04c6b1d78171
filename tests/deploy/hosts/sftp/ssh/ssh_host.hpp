// A host that speaks SSH, in a thread of the test: it takes one connection, notes how the user tries to prove who they
// are, and lets in as it is told.
#pragma once

#include <libssh/libssh.h>
#include <libssh/server.h>

#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/temporary_folder.hpp"

namespace thidua::testing {

class SshHost {
 public:
  struct Manner {
    int methods = SSH_AUTH_METHOD_PASSWORD | SSH_AUTH_METHOD_PUBLICKEY;
    std::string password;  ///< lets in, as a password or as an answer
    bool takes_any_key = false;
    bool wants_password_too = false;  ///< after the key
    bool shows_answers = false;       ///< its question is one whose answer may be seen
    bool leaves = false;              ///< hangs up where the user tries to prove anything
  };

  explicit SshHost(Manner manner);
  ~SshHost();

  std::uint16_t port() const { return port_; }
  /// In the form of a list of known hosts.
  std::string known_line() const;
  /// What was tried: "none", "key", "password WORD", "answer WORD". Ends the host.
  std::vector<std::string> tried();

 private:
  void serve();
  void converse(ssh_session session);
  bool answer(ssh_session session, ssh_message message);
  bool judge(ssh_session session, ssh_message message);
  bool judge_answers(ssh_session session, ssh_message message);
  bool let_in_by_key(ssh_message message);
  bool let_in(ssh_message message, bool right);

  Manner manner_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  ssh_key key_ = nullptr;
  bool key_given_ = false;
  std::vector<std::string> tried_;
  std::thread thread_;
};

}  // namespace thidua::testing
