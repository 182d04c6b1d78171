#include "deploy/hosts/sftp/place.hpp"

namespace thidua::deploy::sftp {

Place::Place(std::string folder) : folder_(std::move(folder)) {
  while (folder_.size() > 1 && folder_.back() == '/') folder_.pop_back();
}

std::string Place::at(std::string_view path) const {
  if (folder_.empty()) return std::string(path);
  return (folder_ == "/" ? folder_ : folder_ + "/") + std::string(path);
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

}  // namespace thidua::deploy::sftp
