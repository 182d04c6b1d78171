// The address of a target, as it is written on the command line or in deploy.json.
//
//   sftp://user@host:port/folder    ftps://…    a folder from the root; /~/folder is below the user's home
//   webdavs://user@host/folder      webdav:// only for this machine itself
//   s3://bucket/prefix?endpoint=https://host&region=name&style=virtual
//   anything else                   a folder of this machine
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "deploy/target.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::deploy {

/// Whether a text is an address or a path, rather than the name of a target.
bool is_address(std::string_view text);

/// Nothing, with a diagnostic at `place`, where the address cannot be used, holds a password, or would send one without
/// encryption. No diagnostic repeats any part of an address: it may hold a secret.
std::optional<Target> parse_address(std::string_view text, const Place& place, Diagnostics& diagnostics);

/// What may be shown of a target: scheme, host and folder, without a user.
std::string shown(const Target& target);

}  // namespace thidua::deploy
