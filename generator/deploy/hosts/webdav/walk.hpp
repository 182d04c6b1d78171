// A whole tree on a WebDAV server, folder by folder: most servers refuse to tell of more than one level at once.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "deploy/host.hpp"
#include "deploy/hosts/webdav/server.hpp"

namespace thidua::deploy::webdav {

/// Every file below the target's folder that the server shows, in byte order of the paths; none where the folder is not
/// there.
Result<std::vector<Listed>> walk(Server& server);

/// Removes those folders that are empty, each after those in it. What fails stays and does no harm. DELETE takes whole
/// trees, so each is listed before; and since nginx lists no name that begins with a dot, nothing is done on a server
/// that does not show at least one such name in the target's folder, as our lock is while we deploy.
void remove_empty(Server& server, const std::set<std::string>& folders);

}  // namespace thidua::deploy::webdav
