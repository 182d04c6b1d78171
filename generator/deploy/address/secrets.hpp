// Where secrets come from: the environment, or a file like curl's .netrc that nobody else can read. SSH keys and agents
// are the host's own business.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/disk.hpp"
#include "deploy/target.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::deploy {

/// A variable of the environment; empty where it is not set.
using Environment = std::function<std::string(const char* name)>;

/// THIDUA_DEPLOY_USER and THIDUA_DEPLOY_PASSWORD, or with S3 AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and
/// AWS_SESSION_TOKEN; where there is no password, the entry for the host in the file that THIDUA_NETRC names, else in
/// ~/.netrc. All may be empty. Nothing, with a diagnostic, where others can read the file that is needed.
std::optional<Secrets> read_secrets(const Target& target, const Environment& environment, const base::Disk& disk,
                                    Diagnostics& diagnostics);

/// The entry of a .netrc for a host, and for a user where one is wanted: `machine host login user password secret`, or
/// `default login …`. Texts may stand in double quotes, with \" and \\ in them.
std::optional<Secrets> find_in_netrc(std::string_view text, std::string_view host, std::string_view user);

/// The text without any of the secrets, each of which becomes three dots: whatever a host says passes through here.
std::string without(const Secrets& secrets, std::string text);

}  // namespace thidua::deploy
