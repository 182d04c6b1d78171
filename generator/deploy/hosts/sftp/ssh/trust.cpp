#include "deploy/hosts/sftp/ssh/trust.hpp"

#include <cstdlib>

#include "deploy/hosts/sftp/words.hpp"

namespace thidua::deploy::sftp {
namespace {

constexpr std::uint16_t kUsualPort = 22;

struct ShownKey {
  std::string type;         ///< as ssh-keyscan names it: "ed25519"
  std::string fingerprint;  ///< "SHA256:..."
};

std::string type_for_keyscan(ssh_key key) {
  switch (ssh_key_type(key)) {
    case SSH_KEYTYPE_RSA:
      return "rsa";
    case SSH_KEYTYPE_ED25519:
      return "ed25519";
    default:
      return "ecdsa";
  }
}

ShownKey shown_key(ssh_session session) {
  ShownKey shown;
  ssh_key key = nullptr;
  if (ssh_get_server_publickey(session, &key) != SSH_OK) return shown;
  shown.type = type_for_keyscan(key);
  unsigned char* hash = nullptr;
  std::size_t length = 0;
  if (ssh_get_publickey_hash(key, SSH_PUBLICKEY_HASH_SHA256, &hash, &length) == SSH_OK) {
    char* text = ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, length);
    if (text) shown.fingerprint = text;
    ssh_string_free_char(text);
    ssh_clean_pubkey_hash(&hash);
  }
  ssh_key_free(key);
  return shown;
}

/// The host as lists of known hosts write it.
std::string listed_name(const Target& target) {
  if (target.port == 0 || target.port == kUsualPort) return target.host;
  return "[" + target.host + "]:" + std::to_string(target.port);
}

std::string adding_command(const Target& target, const ShownKey& shown) {
  std::string command = "ssh-keyscan -t " + shown.type;
  if (target.port != 0 && target.port != kUsualPort) command += " -p " + std::to_string(target.port);
  return command + " " + shell_word(target.host) + " >> " + shell_word(known_hosts_file(target));
}

std::string removing_command(const Target& target) {
  return "ssh-keygen -R " + shell_word(listed_name(target)) + " -f " + shell_word(known_hosts_file(target));
}

tl::unexpected<Failure> distrust(std::string words) {
  return tl::make_unexpected(Failure{FailureKind::distrusted, "connect", "", std::move(words)});
}

}  // namespace

std::string known_hosts_file(const Target& target) {
  if (!target.known_hosts.empty()) return target.known_hosts;
  const char* home = std::getenv("HOME");
  return home && *home ? std::string(home) + "/.ssh/known_hosts" : std::string();
}

Done check_host_key(ssh_session session, const Target& target) {
  const ssh_known_hosts_e known = ssh_session_is_known_server(session);
  if (known == SSH_KNOWN_HOSTS_OK) return {};
  const ShownKey shown = shown_key(session);
  const std::string key = "a key of type " + shown.type + " with the fingerprint " + shown.fingerprint;
  switch (known) {
    case SSH_KNOWN_HOSTS_CHANGED:
    case SSH_KNOWN_HOSTS_OTHER:
      return distrust("the host's key has changed: " + listed_name(target) + " shows " + key +
                      ", which is not the one in " + known_hosts_file(target) +
                      "; somebody may be posing as the host. Only once whoever runs it confirms this fingerprint: " +
                      removing_command(target) + " && " + adding_command(target, shown));
    case SSH_KNOWN_HOSTS_UNKNOWN:
    case SSH_KNOWN_HOSTS_NOT_FOUND:
      return distrust(
          "the host's key is not known: " + listed_name(target) + " shows " + key + ", and " +
          known_hosts_file(target) +
          " does not list it; once whoever runs the host confirms this fingerprint: " + adding_command(target, shown));
    default:
      return distrust("the host's key cannot be checked: " + plain_words(ssh_get_error(session)));
  }
}

}  // namespace thidua::deploy::sftp
