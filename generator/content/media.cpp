#include "content/media.hpp"

#include <algorithm>
#include <cerrno>
#include <map>

#include "content/limits.hpp"
#include "content/names.hpp"
#include "content/read_text.hpp"
#include "content/walk.hpp"

namespace thidua::content {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

class Finder {
 public:
  Finder(FolderLister& lister, Diagnostics& diagnostics, std::size_t prefix)
      : lister_(lister), diagnostics_(diagnostics), prefix_(prefix) {}

  void find(const Folder& folder, std::size_t depth) {
    std::map<std::string, std::string> seen;  // names in lower case, as they are
    for (const FolderEntry& entry : lister_.list(folder)) {
      if (!has_good_name(entry)) continue;
      const auto [first, added] = seen.emplace(lower(entry.name), entry.name);
      if (!added) {
        refuse(Code::media_case, entry, {first->second, entry.name});
      } else if (entry.is_folder) {
        enter(folder.inner(entry), entry, depth + 1);
      } else {
        add(entry);
      }
    }
  }

  FoundMedia take() { return std::move(found_); }

 private:
  void enter(const Folder& folder, const FolderEntry& entry, std::size_t depth) {
    if (depth > kMaxMediaDepth) return refuse(Code::too_deep_folder, entry, {std::to_string(kMaxMediaDepth)});
    find(folder, depth);
  }

  void add(const FolderEntry& entry) {
    if (!is_media_ending(ending_of(entry.name)))
      return refuse(Code::media_ending, entry, {entry.name, media_endings()});
    if (entry.size > kMaxMediaFile) {
      report_failure({"read", entry.real, EFBIG}, kMaxMediaFile, entry.path, diagnostics_);
      found_.unusable.push_back(unusable_id(entry.path));
      return;
    }
    found_.files.push_back({entry.path, entry.path.substr(prefix_), entry.size});
  }

  bool has_good_name(const FolderEntry& entry) {
    const NameFault fault = check_media_name(entry.name);
    if (fault == NameFault::form) refuse(Code::bad_media_name, entry, {entry.name});
    if (fault == NameFault::reserved) refuse(Code::reserved_name, entry, {entry.name});
    return fault == NameFault::none;
  }

  void refuse(Code code, const FolderEntry& entry, std::vector<std::string> args) {
    diagnostics_.add(code, {entry.path}, std::move(args));
    found_.unusable.push_back(unusable_id(entry.path));
  }

  FolderLister& lister_;
  Diagnostics& diagnostics_;
  std::size_t prefix_;  ///< length of "content/media/"
  FoundMedia found_;
};

}  // namespace

FoundMedia find_media(FolderLister& lister, const Folder& folder, Diagnostics& diagnostics) {
  Finder finder(lister, diagnostics, folder.path.size() + 1);
  finder.find(folder, 0);
  return finder.take();
}

}  // namespace thidua::content
