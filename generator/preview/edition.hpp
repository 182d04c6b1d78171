// One complete build of the site, in memory.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace thidua::preview {

/// Filled once, then shared and never changed.
class Edition {
 public:
  /// Adds a file; `path` is relative, as in the output folder. May be called from several threads at once.
  void add(const std::string& path, std::string bytes);

  /// The bytes of a file, or null. Not to be called before the last add() has returned.
  const std::string* find(std::string_view path) const;
  std::size_t size() const { return files_.size(); }

  /// A hash over all paths and bytes: the same for builds between which nothing differs.
  std::string digest() const;

 private:
  std::map<std::string, std::string, std::less<>> files_;
  std::mutex adding_;
};

}  // namespace thidua::preview
