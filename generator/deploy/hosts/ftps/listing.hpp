// What FTP servers say of a folder (MLSD, RFC 3659).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::deploy::ftps {

struct Member {
  std::string name;  ///< within the folder
  bool is_folder = false;
  std::uint64_t size = 0;
};

/// Files and folders; the folder itself, the one above, links and what is not understood are left out.
std::vector<Member> read_members(std::string_view lines);

}  // namespace thidua::deploy::ftps
