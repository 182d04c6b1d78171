// A content folder on the disk for the time of a test.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "content/findings.hpp"
#include "content/read_content.hpp"

namespace thidua::content {

class ContentFolder {
 public:
  ContentFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "thidua-content-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    root_ = pattern;
  }
  ContentFolder(const ContentFolder&) = delete;
  ContentFolder& operator=(const ContentFolder&) = delete;
  ~ContentFolder() { std::filesystem::remove_all(root_); }

  /// Writes a file below the root, making the folders on the way.
  ContentFolder& file(const std::string& path, const std::string& bytes) {
    std::filesystem::create_directories(at(path).parent_path());
    std::ofstream(at(path), std::ios::binary) << bytes;
    return *this;
  }
  ContentFolder& folder(const std::string& path) {
    std::filesystem::create_directories(at(path));
    return *this;
  }
  ContentFolder& link(const std::string& path, const std::string& target) {
    std::filesystem::create_symlink(target, at(path));
    return *this;
  }
  /// A site.json, without which there is always one error.
  ContentFolder& site() {
    return file(
        "content/site.json",
        R"({"name": "Cổng", "authority": "UBND", "description": "Mô tả", "base_url": "https://example.vn/", "contacts": {"name": "Văn phòng"}, "navigation": []})");
  }

  Sources read(unsigned jobs = 2) {
    diagnostics = {};
    return read_content(*base::real_disk(), root_.string(), jobs, diagnostics);
  }
  Lines problems() {
    read();
    return findings_with_files(diagnostics);
  }

  std::filesystem::path at(const std::string& path) const { return root_ / path; }

  Diagnostics diagnostics;  ///< of the last read

 private:
  std::filesystem::path root_;
};

}  // namespace thidua::content
