// Removes files from an SFTP server, and the folders that this leaves empty.
#pragma once

#include <span>
#include <string>

#include "deploy/host.hpp"
#include "deploy/hosts/sftp/place.hpp"
#include "deploy/hosts/sftp/protocol/client.hpp"

namespace thidua::deploy::sftp {

/// As Host::remove(). The target's folder itself stays.
void remove_files(Client& client, const Place& place, std::span<const std::string> paths, const Each& each);

}  // namespace thidua::deploy::sftp
