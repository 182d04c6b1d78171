// The target's folder on the host, and names within it.
#pragma once

#include <string>
#include <string_view>

namespace thidua::deploy::sftp {

class Place {
 public:
  /// An absolute folder or one below the user's home; empty for the home itself.
  explicit Place(std::string folder);

  /// The host's name of the folder.
  std::string folder() const { return folder_.empty() ? "." : folder_; }
  /// The host's name of a path within the folder.
  std::string at(std::string_view path) const;

 private:
  std::string folder_;
};

/// What is in front of the last slash; empty where there is no slash, or only the first.
std::string_view folder_of(std::string_view path);

}  // namespace thidua::deploy::sftp
