// A folder of a test's own, removed with all its content when the test ends.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

namespace thidua::testing {

class TemporaryFolder {
 public:
  TemporaryFolder() : path_((place() / "thidua-test-XXXXXX").string()) {
    if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary folder");
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + '/' + name; }

 private:
  /// Where TMPDIR says; else in memory, if the system has a place for that: no test waits for a medium there.
  static std::filesystem::path place() {
    const bool chosen = std::getenv("TMPDIR") != nullptr || ::access("/dev/shm", W_OK) != 0;
    return chosen ? std::filesystem::temp_directory_path() : "/dev/shm";
  }

  std::string path_;
};

/// Writes past the code under test, making the folders above; what is there is overwritten in place.
inline void put(const std::string& path, const std::string& bytes) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Everything below a folder by relative path: a file's bytes, `-> target` for a symbolic link, `/` for a folder. Empty
/// where there is nothing at all; a folder that exists has at least the entry for itself.
using Snapshot = std::map<std::string, std::string>;

inline Snapshot snapshot(const std::string& folder) {
  namespace fs = std::filesystem;
  Snapshot seen;
  if (!fs::exists(fs::symlink_status(folder))) return seen;
  seen["."] = "/";
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    std::string& content = seen[entry.path().lexically_relative(folder).string()];
    if (entry.is_symlink()) {
      content = "-> " + fs::read_symlink(entry.path()).string();
    } else {
      content = entry.is_directory() ? "/" : bytes_of(entry.path().string());
    }
  }
  return seen;
}

}  // namespace thidua::testing
