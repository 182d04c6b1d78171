#include "publish/old_site.hpp"

#include <cerrno>
#include <utility>
#include <vector>

#include "publish/manifest.hpp"
#include "publish/report.hpp"
#include "publish/site_path.hpp"

namespace thidua::publish {
namespace {

constexpr std::uint64_t kLargestManifest = 256U << 20U;
constexpr std::size_t kForeignShown = 5;

enum class ManifestState { missing, damaged, understood };

/// One walk through an output folder.
class Inspection {
 public:
  Inspection(const base::Disk& disk, const std::string& output) : disk_(disk), output_(output) {}

  base::Done run() {
    if (auto read = read_manifest(); !read) return read;
    return walk("");
  }

  bool has_foreign() const { return !foreign_.empty(); }

  void report_foreign(Diagnostics& diagnostics) const {
    if (state_ == ManifestState::damaged) {
      return diagnostics.add(Code::output_manifest_damaged, {}, {output_, std::string(kManifestName)});
    }
    std::string shown;
    for (std::size_t i = 0; i < foreign_.size() && i < kForeignShown; ++i) shown += (i == 0 ? "" : ", ") + foreign_[i];
    if (foreign_.size() > kForeignShown) shown += " …";
    diagnostics.add(Code::output_foreign_files, {}, {output_, shown});
  }

  OldSite take_site() { return {OldSite::Standing::folder, std::move(files_)}; }

 private:
  /// A manifest that is no regular file is found by the walk.
  base::Done read_manifest() {
    const std::string path = base::join(output_, kManifestName);
    const auto entry = disk_.status(path);
    if (!entry) return entry.error().error == ENOENT ? base::Done() : tl::make_unexpected(entry.error());
    if (entry->kind != base::EntryKind::file) return {};
    state_ = ManifestState::damaged;
    const auto json = disk_.read(path, kLargestManifest);
    if (!json && json.error().error != EFBIG) return tl::make_unexpected(json.error());
    if (auto manifest = json ? parse_manifest(*json) : std::nullopt) {
      manifest_ = std::move(*manifest);
      state_ = ManifestState::understood;
    }
    return {};
  }

  /// `folder` is relative to the output. Stops when there are more foreign files than are shown: the folder could be
  /// somebody's whole disk.
  base::Done walk(const std::string& folder) {
    const auto entries = disk_.list(folder.empty() ? output_ : base::join(output_, folder));
    if (!entries) return tl::make_unexpected(entries.error());
    for (const base::Entry& entry : *entries) {
      if (foreign_.size() > kForeignShown) break;
      std::string path = base::join(folder, entry.name);
      if (entry.kind != base::EntryKind::directory) {
        take(std::move(path), entry);
      } else if (auto walked = walk(path); !walked) {
        return walked;
      }
    }
    return {};
  }

  void take(std::string path, const base::Entry& entry) {
    const bool is_file = entry.kind == base::EntryKind::file;
    if (is_file && (path == kManifestName || path == kKeptName)) return;
    const auto listed = manifest_.files.find(path);
    if (!is_file || listed == manifest_.files.end()) return foreign_.push_back(std::move(path));
    const bool as_written = entry.size == listed->second.size && readable_by_all(entry);
    files_.emplace(std::move(path), OldFile{entry.size, as_written ? std::move(listed->second.hash) : std::string()});
  }

  static bool readable_by_all(const base::Entry& entry) { return (entry.mode & 0444U) == 0444U; }

  const base::Disk& disk_;
  const std::string& output_;
  Manifest manifest_;
  ManifestState state_ = ManifestState::missing;
  std::vector<std::string> foreign_;
  std::unordered_map<std::string, OldFile> files_;
};

}  // namespace

std::optional<OldSite> read_old_site(const base::Disk& disk, const std::string& output, Diagnostics& diagnostics) {
  const auto entry = disk.status(output);
  if (!entry && entry.error().error == ENOENT) return OldSite{};
  if (!entry) return report(entry.error(), diagnostics), std::nullopt;
  Inspection inspection(disk, output);
  if (auto done = inspection.run(); !done) return report(done.error(), diagnostics), std::nullopt;
  if (inspection.has_foreign()) return inspection.report_foreign(diagnostics), std::nullopt;
  return inspection.take_site();
}

}  // namespace thidua::publish
