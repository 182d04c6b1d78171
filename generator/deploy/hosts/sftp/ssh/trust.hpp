// Whether a host is the one we know.
#pragma once

#include <libssh/libssh.h>

#include "deploy/target.hpp"

namespace thidua::deploy::sftp {

/// The file that lists the known hosts; empty where the user has no home folder.
std::string known_hosts_file(const Target& target);

/// Fails as distrusted unless the key that a connected host has shown is the one in the list of known hosts. The words
/// give the key's fingerprint, and the command that adds it once the fingerprint has been compared.
Done check_host_key(ssh_session session, const Target& target);

}  // namespace thidua::deploy::sftp
