// Lists what is below a folder of an SFTP server, many folders at once.
#pragma once

#include <string>
#include <vector>

#include "deploy/host.hpp"
#include "deploy/hosts/sftp/place.hpp"
#include "deploy/hosts/sftp/protocol/client.hpp"

namespace thidua::deploy::sftp {

/// As Host::list(), without the lock. Whatever is no folder counts as a file; symbolic links are not followed. A folder
/// that is not there holds nothing.
Result<std::vector<Listed>> walk(Client& client, const Place& place);

}  // namespace thidua::deploy::sftp
