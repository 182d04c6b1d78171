#include "deploy/hosts/sftp/ssh/proof.hpp"

#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <memory>

#include "deploy/hosts/sftp/words.hpp"

namespace thidua::deploy::sftp {
namespace {

struct FreeKey {
  void operator()(ssh_key key) const { ssh_key_free(key); }
};
using Key = std::unique_ptr<ssh_key_struct, FreeKey>;

/// Given to libssh, which asks it where a key needs a passphrase; without one, libssh might ask on the terminal.
struct Passphrase {
  const std::string& text;
  bool asked = false;

  static int give(const char*, char* buffer, std::size_t size, int, int, void* given) {
    auto& passphrase = *static_cast<Passphrase*>(given);
    passphrase.asked = true;
    if (passphrase.text.empty() || passphrase.text.size() >= size) return -1;
    std::memcpy(buffer, passphrase.text.c_str(), passphrase.text.size() + 1);
    return 0;
  }
};

/// One attempt after the other until the host is content.
class Proof {
 public:
  Proof(ssh_session session, const Target& target, const Secrets& secrets)
      : session_(session), target_(target), secrets_(secrets) {}

  Done give() {
    if (ask_methods()) return {};
    if (target_.key_file.empty()) {
      if (by_agent() || by_usual_keys()) return {};
    } else if (by_key(target_.key_file)) {
      return {};
    }
    if (by_password() || by_questions()) return {};
    return tl::make_unexpected(failure());
  }

 private:
  /// Whether the host lets in whoever comes; if not, it says what it takes.
  bool ask_methods() { return is_in(ssh_userauth_none(session_, nullptr)); }

  bool takes(int method) const { return (ssh_userauth_list(session_, nullptr) & method) != 0; }

  bool by_agent() {
    const char* socket = std::getenv("SSH_AUTH_SOCK");
    if (!goes_on() || !takes(SSH_AUTH_METHOD_PUBLICKEY) || !socket || !*socket) return false;
    tried("the agent");
    return is_in(ssh_userauth_agent(session_, nullptr));
  }

  bool by_usual_keys() {
    const char* home = std::getenv("HOME");
    if (!home || !*home) return false;
    for (const char* name : {"id_ed25519", "id_ecdsa", "id_rsa"}) {
      const std::string file = std::string(home) + "/.ssh/" + name;
      if (::access(file.c_str(), R_OK) == 0 && by_key(file)) return true;
    }
    return false;
  }

  bool by_key(const std::string& file) {
    Passphrase passphrase{secrets_.password};
    ssh_key read = nullptr;
    const int outcome = ssh_pki_import_privkey_file(file.c_str(), nullptr, Passphrase::give, &passphrase, &read);
    const Key key(read);
    const bool is_named = file == target_.key_file;
    passphrase_ = passphrase_ || (passphrase.asked && (is_named || outcome == SSH_OK));
    if (!goes_on() || !takes(SSH_AUTH_METHOD_PUBLICKEY)) return false;
    if (outcome != SSH_OK) {
      tried(file + unreadable(file, passphrase.asked));
      return false;
    }
    tried(file);
    return is_in(ssh_userauth_publickey(session_, nullptr, key.get()));
  }

  std::string unreadable(const std::string& file, bool locked) const {
    if (locked) return secrets_.password.empty() ? " (needs a passphrase)" : " (the passphrase does not open it)";
    return ::access(file.c_str(), R_OK) == 0 ? " (is no private key)" : " (cannot be read)";
  }

  /// A passphrase is none of the host's business, not even where the key that it opened was refused, or where it did
  /// not open the key that was named.
  bool has_password() const { return !secrets_.password.empty() && !passphrase_; }

  bool by_password() {
    if (!goes_on() || !has_password() || !takes(SSH_AUTH_METHOD_PASSWORD)) return false;
    tried("the password");
    return is_in(ssh_userauth_password(session_, nullptr, secrets_.password.c_str()));
  }

  /// Some hosts ask for the password as a question; whatever else they ask is for a person to answer.
  bool by_questions() {
    if (!goes_on() || !has_password() || !takes(SSH_AUTH_METHOD_INTERACTIVE)) return false;
    tried("the password, as an answer");
    bool given = false;
    int outcome = ssh_userauth_kbdint(session_, nullptr, nullptr);
    while (outcome == SSH_AUTH_INFO) {
      const int questions = ssh_userauth_kbdint_getnprompts(session_);
      char echo = 1;
      if (questions > 0) {
        (void)ssh_userauth_kbdint_getprompt(session_, 0, &echo);
        if (questions > 1 || echo || given) return false;
        given = ssh_userauth_kbdint_setanswer(session_, 0, secrets_.password.c_str()) == 0;
      }
      outcome = ssh_userauth_kbdint(session_, nullptr, nullptr);
    }
    return is_in(outcome);
  }

  bool is_in(int outcome) { return outcome == SSH_AUTH_SUCCESS; }
  bool goes_on() const { return ssh_is_connected(session_) != 0; }
  void tried(const std::string& what) { tried_ += (tried_.empty() ? "" : ", ") + what; }

  std::string methods() const {
    std::string names;
    const auto add = [&](int method, const char* name) {
      if (takes(method)) names += (names.empty() ? "" : ", ") + std::string(name);
    };
    add(SSH_AUTH_METHOD_PUBLICKEY, "a key");
    add(SSH_AUTH_METHOD_PASSWORD, "a password");
    add(SSH_AUTH_METHOD_INTERACTIVE, "answers to questions");
    add(SSH_AUTH_METHOD_HOSTBASED, "the name of this machine");
    add(SSH_AUTH_METHOD_GSSAPI_MIC, "Kerberos");
    return names.empty() ? "nothing" : names;
  }

  Failure failure() const {
    const char* farewell = ssh_get_disconnect_message(session_);
    if (!goes_on() && (!farewell || !*farewell)) {
      return {FailureKind::passing, "log in", "", plain_words(ssh_get_error(session_))};
    }
    std::string words = "the host does not let the user in; it takes " + methods() + "; tried: " +
                        (tried_.empty() ? "nothing, for there is no key, agent or password that fits" : tried_);
    if (!goes_on()) words += "; then it said: " + plain_words(farewell);
    return {FailureKind::refused, "log in", "", words};
  }

  ssh_session session_;
  const Target& target_;
  const Secrets& secrets_;
  std::string tried_;
  bool passphrase_ = false;  ///< the password is that of a key
};

}  // namespace

Done prove_identity(ssh_session session, const Target& target, const Secrets& secrets) {
  return Proof(session, target, secrets).give();
}

}  // namespace thidua::deploy::sftp
