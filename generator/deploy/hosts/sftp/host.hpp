// An SFTP server as a host, over any channel.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "deploy/host.hpp"
#include "deploy/hosts/sftp/protocol/channel.hpp"

namespace thidua::deploy::sftp {

/// Opens a new channel to the server.
using Connect = std::function<Result<std::unique_ptr<Channel>>()>;

/// `folder` is the target's, `jobs` as in open_sftp().
std::unique_ptr<Host> make_host(Connect connect, const std::string& folder, unsigned jobs);

}  // namespace thidua::deploy::sftp
