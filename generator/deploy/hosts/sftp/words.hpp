// What a host says, made fit for a message; and how its status codes fail.
#pragma once

#include <string>
#include <string_view>

#include "deploy/failure.hpp"
#include "deploy/hosts/sftp/protocol/packets.hpp"

namespace thidua::deploy::sftp {

/// In one line without control characters, so that no host can move a terminal's cursor; cut where it is very long, and
/// without a full stop.
std::string plain_words(std::string_view said);

/// As one argument of a command that is shown to be copied into a shell.
std::string shell_word(std::string_view argument);

/// What a status answer other than `ok` means. SSH_FX_FAILURE tells nothing, and counts as passing.
Failure failure_of(const Reply& status, std::string operation, std::string path);

/// An answer of a type that was not asked for.
Failure out_of_place(std::string operation, std::string path);

}  // namespace thidua::deploy::sftp
