#include "publish/publication.hpp"

#include <array>
#include <cassert>
#include <cerrno>
#include <limits>
#include <mutex>
#include <optional>

#include "base/hash.hpp"
#include "publish/manifest.hpp"
#include "publish/new_tree.hpp"
#include "publish/old_site.hpp"
#include "publish/output_path.hpp"
#include "publish/report.hpp"
#include "publish/site_path.hpp"
#include "publish/work_folder.hpp"

namespace thidua::publish {
namespace {

enum class Origin { written, linked };

/// The errors of a system that will not put one folder in the place of another: a mount point, another device, a file
/// system without that operation.
bool cannot_exchange(int error) {
  constexpr std::array kErrors = {EXDEV, EBUSY, EINVAL, ENOSYS, EOPNOTSUPP};
  for (const int one : kErrors) {
    if (one == error) return true;
  }
  return false;
}

/// The order in finish() is what keeps the output complete:
/// 1. every file of the new tree is written, the manifest last;
/// 2. the tree is on the medium (sync);
/// 3. one system call puts it in place; the former site is now where the new tree was;
/// 4. the former site is removed. Dying here leaves only what the next build clears.
class FolderPublication final : public Publication {
 public:
  FolderPublication(base::Disk& disk, std::string output, std::unique_ptr<WorkFolder> work, OldSite old)
      : disk_(disk),
        output_(std::move(output)),
        work_(std::move(work)),
        old_(std::move(old)),
        tree_(disk, work_->tree()) {}

  base::Done start() { return tree_.make_root(); }

  base::Done add_sent(const std::string& path, std::string_view bytes, std::string sent) override {
    auto added = is_site_path(path) ? place(path, bytes, std::move(sent)) : base::fail("add", path, EINVAL);
    if (!added) remember(added.error());
    return added;
  }

  bool finish(const std::map<std::string, std::string>& facts, Diagnostics& diagnostics) override {
    assert(work_ != nullptr);
    const bool published = complete(facts, diagnostics) && put_in_place(diagnostics);
    if (published) clear_former_site(diagnostics);
    work_.reset();
    return published;
  }

  Summary summary() const override {
    const std::lock_guard lock(mutex_);
    return summary_;
  }

 private:
  base::Done place(const std::string& path, std::string_view bytes, std::string sent) {
    if (auto made = tree_.make_folders_above(path); !made) return made;
    FileFacts facts{bytes.size(), base::content_hash(bytes), std::move(sent)};
    const auto old = old_.files.find(path);
    const bool may_be_same = old != old_.files.end() && old->second.hash == facts.hash;
    const auto origin = may_be_same ? link_or_write(path, bytes) : write(path, bytes);
    if (!origin) return tl::make_unexpected(origin.error());
    note(path, std::move(facts), *origin);
    return {};
  }

  base::Result<Origin> write(const std::string& path, std::string_view bytes) {
    if (auto written = tree_.write(path, bytes); !written) return tl::make_unexpected(written.error());
    return Origin::written;
  }

  /// A file that somebody edited in the output is written anew, and so is one that cannot get a second name.
  base::Result<Origin> link_or_write(const std::string& path, std::string_view bytes) {
    const std::string former = base::join(output_, path);
    const auto before = disk_.read(former, bytes.size());
    if (before && *before == bytes && tree_.link(former, path)) return Origin::linked;
    return write(path, bytes);
  }

  void note(const std::string& path, FileFacts facts, Origin origin) {
    const std::lock_guard lock(mutex_);
    ++summary_.files;
    ++(origin == Origin::linked ? summary_.unchanged : summary_.written);
    summary_.bytes += facts.size;
    files_.emplace(path, std::move(facts));
  }

  void remember(const base::Failure& failure) {
    const std::lock_guard lock(mutex_);
    if (!first_failure_) first_failure_ = failure;
  }

  bool complete(const std::map<std::string, std::string>& facts, Diagnostics& diagnostics) {
    if (first_failure_) return report(*first_failure_, diagnostics), false;
    count_removed();
    const std::string manifest = to_json({facts, std::move(files_)});
    if (auto listed = link_or_write(std::string(kManifestName), manifest); !listed) {
      return report(listed.error(), diagnostics), false;
    }
    if (auto kept = keep_gitignore(); !kept) return report(kept.error(), diagnostics), false;
    if (auto synced = disk_.sync(tree_.root()); !synced) return report(synced.error(), diagnostics), false;
    return true;
  }

  void count_removed() {
    for (const auto& [path, file] : old_.files) summary_.removed += files_.contains(path) ? 0 : 1;
  }

  base::Done keep_gitignore() {
    const std::string name(kKeptName);
    const std::string former = base::join(output_, name);
    if (auto entry = disk_.status(former); !entry) {
      return entry.error().error == ENOENT ? base::Done() : tl::make_unexpected(entry.error());
    }
    if (tree_.link(former, name)) return {};
    const auto bytes = disk_.read(former, std::numeric_limits<std::uint64_t>::max());
    return bytes ? tree_.write(name, *bytes) : tl::make_unexpected(bytes.error());
  }

  bool put_in_place(Diagnostics& diagnostics) {
    const bool is_first = old_.standing == OldSite::Standing::missing;
    const auto done = is_first ? disk_.rename(tree_.root(), output_) : disk_.exchange(tree_.root(), output_);
    if (done) return true;
    if (cannot_exchange(done.error().error)) {
      diagnostics.add(Code::output_cannot_exchange, {}, {output_, base::reason(done.error())});
    } else {
      report(done.error(), diagnostics);
    }
    return false;
  }

  /// The new site stands, whatever happens here.
  void clear_former_site(Diagnostics& diagnostics) {
    const auto removed = remove_tree(disk_, tree_.root());
    if (!removed) diagnostics.add(Code::output_not_cleared, {}, {removed.error().path, base::reason(removed.error())});
  }

  base::Disk& disk_;
  std::string output_;
  std::unique_ptr<WorkFolder> work_;
  OldSite old_;
  NewTree tree_;

  mutable std::mutex mutex_;  // for what follows
  std::map<std::string, FileFacts, std::less<>> files_;
  Summary summary_;
  std::optional<base::Failure> first_failure_;
};

}  // namespace

std::unique_ptr<Publication> Publication::begin(base::Disk& disk, std::string output, Diagnostics& diagnostics) {
  auto path = check_output_path(disk, std::move(output), diagnostics);
  if (!path) return nullptr;
  auto work = WorkFolder::open(disk, *path, diagnostics);
  if (!work) return nullptr;
  auto old = read_old_site(disk, *path, diagnostics);
  if (!old) return nullptr;
  auto publication = std::make_unique<FolderPublication>(disk, std::move(*path), std::move(work), std::move(*old));
  if (auto started = publication->start(); !started) return report(started.error(), diagnostics), nullptr;
  return publication;
}

}  // namespace thidua::publish
