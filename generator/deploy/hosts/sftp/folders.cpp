#include "deploy/hosts/sftp/folders.hpp"

#include <utility>

namespace thidua::deploy::sftp {

void Folders::make(const std::string& folder, Then then) {
  std::vector<Then>& waiting = under_way_[folder];
  waiting.push_back(std::move(then));
  if (waiting.size() > 1) return;
  for (std::size_t slash = folder.find('/', 1); slash != std::string::npos; slash = folder.find('/', slash + 1)) {
    client_.ask(make_folder(folder.substr(0, slash)), [](const Reply&) {});  // most are there
  }
  client_.ask(make_folder(folder), [this, folder](const Reply& reply) {
    const std::vector<Then> told = std::move(under_way_.extract(folder).mapped());
    for (const Then& one : told) one(reply);
  });
}

}  // namespace thidua::deploy::sftp
