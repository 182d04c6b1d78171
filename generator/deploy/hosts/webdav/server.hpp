// One WebDAV server: its addresses, who we are to it, and the folders that are known to be there.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "base/http/client.hpp"
#include "deploy/hosts/webdav/multistatus.hpp"
#include "deploy/target.hpp"

namespace thidua::deploy::webdav {

/// Paths are relative to the target's folder; those of folders are without a slash at the end, the target's own is
/// empty.
class Server {
 public:
  Server(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience);

  http::Client& client() { return client_; }

  http::Request request(const char* method, const std::string& path) const;
  /// The same of a folder, whose address ends with a slash: some servers take no other.
  http::Request folder_request(const char* method, const std::string& folder) const;
  http::Request listing_request(const std::string& folder, unsigned depth) const;
  /// What the server knows of one file.
  http::Request file_request(const std::string& path) const;

  /// The folder's path on the server, as read_members() wants it.
  std::string path_of_folder(const std::string& folder) const;

  /// Asks without a password first, to learn which kind of proof the server wants, then with it.
  Done prove();

  /// Makes the target's folder and these below it, each after those that it is in.
  Done make_folders(const std::set<std::string>& folders);
  /// What was made before may not be there any more.
  void forget_folders() { known_.clear(); }

  Result<bool> is_there(const std::string& folder);

 private:
  Done make_target_folder();

  std::string origin_;
  std::string base_;  ///< decoded, with slashes at both ends
  std::optional<http::Credentials> credentials_;
  http::Client client_;
  std::set<std::string> known_;  ///< folders
};

}  // namespace thidua::deploy::webdav
