#include "render/join_modules.hpp"

#include <set>
#include <string_view>

namespace thidua::render {

namespace {

constexpr std::string_view kFrom = " from './";

/// The module that a line imports; empty where it imports none.
std::string imported(std::string_view line) {
  const std::size_t from = line.find(kFrom);
  if (!line.starts_with("import ") || from == line.npos) return {};
  line.remove_prefix(from + kFrom.size());
  return std::string(line.substr(0, line.find('\'')));
}

/// Whether lines are comments and nothing else, line by line.
class Comments {
 public:
  bool has(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const bool inside = inside_ || line.starts_with("/*");
    inside_ = inside && line.find("*/") == line.npos;
    return inside || line.starts_with("//");
  }

 private:
  bool inside_ = false;
};

/// Without a comment at its end. What holds a quote may be part of a text, and stays.
std::string_view code_of(std::string_view line) {
  const std::size_t slashes = line.rfind(" // ");
  if (slashes == line.npos || line.find_first_of("'\"`", slashes) != line.npos) return line;
  const std::size_t last = line.find_last_not_of(' ', slashes);
  const bool ends = last != line.npos && std::string_view(";,{([").find(line[last]) != std::string_view::npos;
  return ends ? line.substr(0, last + 1) : line;
}

class Joiner {
 public:
  explicit Joiner(const std::map<std::string, std::string>& modules) : modules_(modules) {}

  std::string join() {
    for (const auto& [name, text] : modules_) add(name);
    return std::move(out_);
  }

 private:
  void add(const std::string& name) {
    const auto module = modules_.find(name);
    if (module == modules_.end() || !added_.insert(name).second) return;
    std::string own;
    Comments comments;
    for (std::string_view rest = module->second; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(end);
      if (const std::string other = imported(line); modules_.contains(other)) {
        add(other);
        continue;
      }
      if (comments.has(line)) continue;
      constexpr std::string_view kExport = "export ";
      if (line.starts_with(kExport)) line.remove_prefix(kExport.size());
      const std::string_view code = code_of(line);
      own += code;
      if (code.size() < line.size()) own += '\n';
    }
    out_ += own;
  }

  const std::map<std::string, std::string>& modules_;
  std::set<std::string> added_;
  std::string out_;
};

}  // namespace

std::string join_modules(const std::map<std::string, std::string>& modules) { return Joiner(modules).join(); }

}  // namespace thidua::render
