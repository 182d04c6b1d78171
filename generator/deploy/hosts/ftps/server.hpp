// One FTP server: the paths on it, and the folders that are known to be there.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/ftp/client.hpp"
#include "deploy/hosts/ftps/listing.hpp"
#include "deploy/target.hpp"

namespace thidua::deploy::ftps {

Failure failure_of(const ftp::Failure& failure, std::string operation, std::string path);

/// Paths are relative to the target's folder; its own is empty.
class Server {
 public:
  Server(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience);

  ftp::Client& client() { return client_; }

  /// As the server is told it: absolute or below the user's own folder, as the target's is.
  std::string at(const std::string& path) const;

  /// The same with a slash at the end, for lists.
  ftp::Order listing(const std::string& folder) const;

  /// Makes the target's folder and these below it, each after those that it is in. A server says the same of a folder
  /// that is there as of one that may not be made; the latter is found out by the first file.
  Done make_folders(const std::set<std::string>& folders);
  void forget_folders() { known_.clear(); }

 private:
  std::string base_;  ///< with a slash at the end, or empty: the user's own folder
  ftp::Client client_;
  std::set<std::string> known_;
};

}  // namespace thidua::deploy::ftps
