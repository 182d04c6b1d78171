// Proving to a host who we are.
#pragma once

#include <libssh/libssh.h>

#include "deploy/target.hpp"

namespace thidua::deploy::sftp {

/// As open_session() says. The words name what was tried, and what the host would take instead.
Done prove_identity(ssh_session session, const Target& target, const Secrets& secrets);

}  // namespace thidua::deploy::sftp
