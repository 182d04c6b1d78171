// An SSH connection to a host whose key is known, with its SFTP channel.
#pragma once

#include <memory>

#include "deploy/hosts/sftp/protocol/channel.hpp"
#include "deploy/target.hpp"

namespace thidua::deploy::sftp {

/// Connects, checks the host's key, proves who we are, and starts SFTP. Before the host's key is found in the list of
/// known hosts nothing is sent that says who we are. The user's own SSH configuration is not read.
///
/// Who we are is proved by the key that the target names; where it names none, by the agent's keys and then the user's
/// usual ones; at last by the password, where there is one and no key has needed it as its passphrase.
Result<std::unique_ptr<Channel>> open_session(const Target& target, const Secrets& secrets, Patience patience);

}  // namespace thidua::deploy::sftp
