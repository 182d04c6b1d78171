// What WebDAV servers say of a folder (PROPFIND, RFC 4918).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::deploy::webdav {

struct Member {
  std::string name;  ///< within the folder
  bool is_folder = false;
  std::uint64_t size = 0;
};

/// The question that an answer with nothing but kinds and sizes belongs to.
extern const char* const kPropfind;

/// The members of the folder at `path`, an absolute path of the server, decoded, with a slash at the end. What the
/// answer says of the folder itself, and of anything that is not right in it, is passed over. Nothing where the answer
/// is no multistatus.
std::optional<std::vector<Member>> read_members(const std::string& xml, std::string_view path);

/// Whether the answer tells of one thing alone: of a folder, listed with what is in it, that nothing is. Stricter than
/// read_members(), for what is not understood may be there all the same.
bool tells_of_one(const std::string& xml);

}  // namespace thidua::deploy::webdav
