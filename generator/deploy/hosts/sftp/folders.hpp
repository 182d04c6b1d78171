// Makes folders that turn out to be missing.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "deploy/hosts/sftp/protocol/client.hpp"

namespace thidua::deploy::sftp {

class Folders {
 public:
  /// Told of the host's answer for the folder itself. A folder that is there already gives SSH_FX_FAILURE.
  using Then = std::function<void(const Reply&)>;

  explicit Folders(Client& client) : client_(client) {}

  /// Makes a folder and those it is in; who asks for one that is being made already only waits. Must live until the
  /// client has answered.
  void make(const std::string& folder, Then then);

 private:
  Client& client_;
  std::map<std::string, std::vector<Then>> under_way_;
};

}  // namespace thidua::deploy::sftp
