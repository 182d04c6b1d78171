#include "deploy/hosts/sftp/ssh/session.hpp"

#include <doctest/doctest.h>

#include "deploy/hosts/sftp/ssh/ssh_host.hpp"

namespace thidua::deploy::sftp {
namespace {

using testing::SshHost;
using testing::TemporaryFolder;
using Words = std::vector<std::string>;

constexpr const char* kSecret = "MatKhauTuyetMat";

/// A user with an own list of known hosts, on which the host is.
class User {
 public:
  explicit User(const SshHost& host) {
    target_.host = "127.0.0.1";
    target_.port = host.port();
    target_.user = "nguoi-dung";
    target_.known_hosts = folder_ / "known_hosts";
    testing::put(target_.known_hosts, host.known_line());
  }

  User& knows_nobody() {
    testing::put(target_.known_hosts, "");
    return *this;
  }
  User& has_password(const std::string& password) {
    secrets_.password = password;
    return *this;
  }
  /// A key of the user's own; with a passphrase unless that is null.
  User& has_key(const char* passphrase) {
    ssh_key key = nullptr;
    REQUIRE(ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key) == SSH_OK);
    target_.key_file = folder_ / "key";
    REQUIRE(ssh_pki_export_privkey_file(key, passphrase, nullptr, nullptr, target_.key_file.c_str()) == SSH_OK);
    ssh_key_free(key);
    return *this;
  }

  /// Whether the host let them in.
  Done tries() const {
    const auto channel = open_session(target_, secrets_, {.connect = 5, .silence = 5});
    if (channel) return {};
    CHECK(channel.error().words.find(kSecret) == std::string::npos);
    return tl::make_unexpected(channel.error());
  }

 private:
  TemporaryFolder folder_;
  Target target_;
  Secrets secrets_;
};

FailureKind kind_of(const Done& outcome) {
  REQUIRE_FALSE(outcome);
  return outcome.error().kind;
}

TEST_CASE("sftp::open_session: a password that is given lets in") {
  SshHost host({.password = kSecret});
  CHECK(User(host).has_password(kSecret).tries());
  CHECK(host.tried() == Words{"none", "password MatKhauTuyetMat"});
}

TEST_CASE("sftp::open_session: a wrong password is refused, after one try") {
  SshHost host({.methods = SSH_AUTH_METHOD_PASSWORD, .password = "another"});
  CHECK(kind_of(User(host).has_password(kSecret).tries()) == FailureKind::refused);
  CHECK(host.tried() == Words{"none", "password MatKhauTuyetMat"});
}

TEST_CASE("sftp::open_session: where none is given no password is tried, and what the host takes is said") {
  SshHost host({.methods = SSH_AUTH_METHOD_PASSWORD, .password = kSecret});
  const Done outcome = User(host).tries();
  CHECK(kind_of(outcome) == FailureKind::refused);
  CHECK(outcome.error().words.find("it takes a password; tried: nothing") != std::string::npos);
  CHECK(host.tried() == Words{"none"});
}

TEST_CASE("sftp::open_session: a host that is not known learns nothing, not even the user's name") {
  SshHost host({.password = kSecret});
  CHECK(kind_of(User(host).knows_nobody().has_password(kSecret).tries()) == FailureKind::distrusted);
  CHECK(host.tried().empty());
}

TEST_CASE("sftp::open_session: a passphrase never leaves this machine, whether its key is taken or not") {
  for (const bool taken : {true, false}) {
    SshHost host({.password = kSecret, .takes_any_key = taken});
    CHECK(User(host).has_key(kSecret).has_password(kSecret).tries().has_value() == taken);
    CHECK(host.tried() == Words{"none", "key"});
  }
}

TEST_CASE("sftp::open_session: a host that wants the key and the password gets both") {
  SshHost host({.password = kSecret, .takes_any_key = true, .wants_password_too = true});
  CHECK(User(host).has_key(nullptr).has_password(kSecret).tries());
  CHECK(host.tried() == Words{"none", "key", "password MatKhauTuyetMat"});
}

TEST_CASE("sftp::open_session: the password answers the one hidden question of a host, and no other") {
  for (const bool shown : {false, true}) {
    SshHost host({.methods = SSH_AUTH_METHOD_INTERACTIVE, .password = kSecret, .shows_answers = shown});
    CHECK(User(host).has_password(kSecret).tries().has_value() != shown);
    CHECK(host.tried() == (shown ? Words{"none"} : Words{"none", "answer MatKhauTuyetMat"}));
  }
}

TEST_CASE("sftp::open_session: a host that hangs up without a word may be tried again") {
  SshHost host({.leaves = true});
  CHECK(kind_of(User(host).has_password(kSecret).tries()) == FailureKind::passing);
}

}  // namespace
}  // namespace thidua::deploy::sftp
