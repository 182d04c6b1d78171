#include "outside/small_root.hpp"

#include <sys/stat.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace thidua::testing {
namespace {

namespace fs = std::filesystem;

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
    } else if (text[++i] == 'n') {
      out += '\n';
    } else if (text[i] == 'x' && i + 2 < text.size()) {
      unsigned byte = 0;
      std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16);
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// The words of one line of a description; the last one asked for takes the rest of it.
class Line {
 public:
  explicit Line(const std::string& line) : in_(line) {}

  std::string word() {
    std::string out;
    in_ >> out;
    return unescaped(out);
  }
  std::size_t number() { return std::stoul(word()); }
  std::string rest() {
    std::string out;
    in_.get();
    std::getline(in_, out);
    return unescaped(out);
  }

 private:
  std::istringstream in_;
};

std::ofstream appending(const fs::path& path) {
  fs::create_directories(path.parent_path());
  return std::ofstream(path, std::ios::binary | std::ios::app);
}

void repeat(const fs::path& path, std::size_t count, const std::string& text) {
  std::ofstream file = appending(path);
  for (std::size_t i = 0; i < count; ++i) file << text;
}

/// `change` is OLD => NEW.
void replace(const fs::path& path, const std::string& change) {
  const std::size_t arrow = change.find(" => ");
  const std::string old = change.substr(0, arrow);
  std::string text = bytes_of(path);
  const std::size_t at = text.find(old);
  const bool once =
      arrow != std::string::npos && at != std::string::npos && text.find(old, at + 1) == std::string::npos;
  if (!once) throw std::runtime_error(path.string() + " does not hold once: " + old);
  put(path, text.replace(at, old.size(), change.substr(arrow + 4)));
}

void make_numbered(const fs::path& folder, std::size_t count, const std::string& ending) {
  fs::create_directories(folder);
  for (std::size_t i = 0; i < count; ++i) std::ofstream(folder / (std::to_string(i) + ending));
}

void make_line(const fs::path& root, const std::string& text) {
  Line line(text);
  const std::string what = line.word();
  if (what == "files") {
    const std::size_t count = line.number();
    const std::string folder = line.word();
    return make_numbered(root / folder, count, line.word());
  }
  const fs::path path = root / line.word();
  fs::create_directories(path.parent_path());
  if (what == "bytes") {
    appending(path) << line.rest();
  } else if (what == "repeat") {
    const std::size_t count = line.number();
    repeat(path, count, line.rest());
  } else if (what == "replace") {
    replace(path, line.rest());
  } else if (what == "remove") {
    if (fs::remove_all(path) == 0) throw std::runtime_error("nothing to remove: " + text);
  } else if (what == "symlink") {
    fs::create_symlink(line.word(), path);
  } else if (what == "fifo") {
    if (::mkfifo(path.c_str(), 0600) == -1) throw std::runtime_error("no fifo");
  } else {
    throw std::runtime_error("make: " + text);
  }
}

}  // namespace

SmallRoot::SmallRoot() {
  lay_over(THIDUA_SOURCE_DIR "/tests/cases/base", path());
  lay_over(THIDUA_SOURCE_DIR "/themes", folder_ / "themes");
}

void lay_over(const std::string& from, const std::string& to) {
  fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

void make_files(const std::string& root, const std::string& description) {
  std::istringstream lines(description);
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) make_line(root, line);
  }
}

}  // namespace thidua::testing
