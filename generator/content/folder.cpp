#include "content/folder.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include "content/limits.hpp"
#include "content/read_text.hpp"

namespace thidua::content {
namespace {

constexpr std::array<std::string_view, 5> kLeftBehind = {".gitkeep", ".gitignore", ".DS_Store", "Thumbs.db",
                                                         "desktop.ini"};

bool is_left_behind(std::string_view name) {
  return std::find(kLeftBehind.begin(), kLeftBehind.end(), name) != kLeftBehind.end();
}

bool is_within(const std::string& path, const std::string& folder) { return path.starts_with(folder + "/"); }

}  // namespace

Folder Folder::inner(const FolderEntry& entry) const {
  Folder folder{entry.path, entry.real, around};
  folder.around.push_back(real);
  return folder;
}

std::optional<Folder> FolderLister::open(const std::string& path, const std::string& shown) {
  const base::Result<std::string> real = disk_.real_path(path);
  if (!real) {
    if (real.error().error == ENOENT) {
      diagnostics_.add(Code::content_missing, {shown}, {shown});
    } else {
      report_failure(real.error(), 0, shown, diagnostics_);
    }
    return std::nullopt;
  }
  top_ = *real;
  return Folder{shown, *real, {}};
}

std::vector<FolderEntry> FolderLister::list(const Folder& folder) {
  std::vector<FolderEntry> usable;
  const base::Result<std::vector<base::Entry>> entries = disk_.list(folder.real);
  if (!entries) {
    report_failure(entries.error(), 0, folder.path, diagnostics_);
    return usable;
  }
  for (const base::Entry& entry : *entries) {
    if (is_left_behind(entry.name)) continue;
    if (!count_entry()) break;
    if (std::optional<FolderEntry> one = resolve(folder, entry)) usable.push_back(std::move(*one));
  }
  return usable;
}

/// False once there are too many, which is said once.
bool FolderLister::count_entry() {
  if (entries_ > kMaxEntries) return false;
  if (++entries_ <= kMaxEntries) return true;
  diagnostics_.add(Code::too_many_entries, {"content"}, {std::to_string(kMaxEntries)});
  return false;
}

std::optional<FolderEntry> FolderLister::resolve(const Folder& folder, const base::Entry& entry) {
  FolderEntry out{entry.name, base::join(folder.path, entry.name), base::join(folder.real, entry.name)};
  std::optional<base::Entry> target = entry;
  if (entry.kind == base::EntryKind::symbolic_link) target = follow(folder, out);
  if (!target) return std::nullopt;
  if (target->kind != base::EntryKind::file && target->kind != base::EntryKind::directory) {
    diagnostics_.add(Code::not_a_file, {out.path});
    return std::nullopt;
  }
  out.is_folder = target->kind == base::EntryKind::directory;
  out.size = target->size;
  return out;
}

/// What a link leads to; sets its real path.
std::optional<base::Entry> FolderLister::follow(const Folder& folder, FolderEntry& link) {
  const base::Result<std::string> real = disk_.real_path(link.real);
  const auto refuse = [&](Code code) {
    diagnostics_.add(code, {link.path});
    return std::nullopt;
  };
  if (!real && real.error().error == ELOOP) return refuse(Code::link_cycle);
  if (!real) return refuse(Code::link_broken);
  const bool around =
      *real == folder.real || std::find(folder.around.begin(), folder.around.end(), *real) != folder.around.end();
  if (around) return refuse(Code::link_cycle);
  if (!is_within(*real, top_)) return refuse(Code::link_outside);
  link.real = *real;
  base::Result<base::Entry> target = disk_.status(*real);
  if (!target) return refuse(Code::link_broken);
  return *target;
}

}  // namespace thidua::content
