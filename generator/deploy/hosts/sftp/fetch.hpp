// Reads one file from an SFTP server.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "deploy/hosts/sftp/protocol/client.hpp"

namespace thidua::deploy::sftp {

/// As Host::read(); `name` is the host's name of the file, `path` the one for messages.
Result<std::optional<std::string>> fetch(Client& client, const std::string& name, const std::string& path,
                                         std::uint64_t limit);

}  // namespace thidua::deploy::sftp
