#include "deploy/hosts/folder.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <unordered_set>

#include "deploy/target.hpp"

namespace thidua::deploy {
namespace {

constexpr const char* kOwner = "owner";
constexpr std::uint64_t kMaxLockText = 4096;

template <std::size_t kSize>
bool is_one_of(int error, const std::array<int, kSize>& list) {
  return std::find(list.begin(), list.end(), error) != list.end();
}

FailureKind kind_of(int error) {
  if (is_one_of(error, std::array{ENOSPC, EDQUOT})) return FailureKind::full;
  if (is_one_of(error, std::array{ENOENT, ENOTDIR})) return FailureKind::missing;
  if (is_one_of(error, std::array{ENOSYS, EOPNOTSUPP, ENAMETOOLONG})) return FailureKind::unsupported;
  // What a mounted folder says when the other side is away.
  if (is_one_of(error, std::array{EIO, EAGAIN, EINTR, ESTALE, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ENOTCONN, ENETDOWN}))
    return FailureKind::passing;
  return FailureKind::refused;
}

tl::unexpected<Failure> failed(const base::Failure& failure, std::string path) {
  return tl::make_unexpected(
      Failure{kind_of(failure.error), failure.operation, std::move(path), base::reason(failure)});
}

bool is_nothing(const base::Failure& failure) { return failure.error == ENOENT || failure.error == ENOTDIR; }

std::string without_slashes(std::string folder) {
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return folder;
}

std::string folder_above(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? std::string() : path.substr(0, slash);
}

class Folder final : public Host {
 public:
  Folder(base::Disk& disk, std::string root) : disk_(disk), root_(std::move(root)) {}
  Folder(std::unique_ptr<base::Disk> disk, std::string root)
      : own_(std::move(disk)), disk_(*own_), root_(std::move(root)) {}

  Ability ability() const override { return {false, true, true}; }

  Done connect() override {
    made_.clear();
    const auto entries = disk_.list(root_ + "/.");
    return entries || entries.error().error == ENOENT ? Done() : failed(entries.error(), {});
  }

  Result<std::optional<std::string>> read(const std::string& path, std::uint64_t limit) override {
    auto bytes = disk_.read(at(path), limit);
    if (bytes) return std::optional(std::move(*bytes));
    if (is_nothing(bytes.error())) return std::nullopt;
    return failed(bytes.error(), path);
  }

  Result<std::vector<Listed>> list() override {
    std::vector<Listed> out;
    if (const auto done = list_below({}, out); !done) return failed(done.error(), {});
    std::sort(out.begin(), out.end(), [](const Listed& a, const Listed& b) { return a.path < b.path; });
    return out;
  }

  void put(std::span<const Upload> files, const Each& each, const std::function<bool()>& keep_going) override {
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (!keep_going()) {
        each(i, tl::make_unexpected(Failure{FailureKind::passing, "put", files[i].path, "not tried"}));
        continue;
      }
      const auto done = place(files[i]);
      each(i, done ? Done() : failed(done.error(), files[i].path));
    }
  }

  void remove(std::span<const std::string> paths, const Each& each) override {
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const auto done = disk_.remove_file(at(paths[i]));
      const bool gone = done || is_nothing(done.error());
      if (gone) remove_empty_above(paths[i]);
      each(i, gone ? Done() : failed(done.error(), paths[i]));
    }
    made_.clear();
  }

  Result<bool> make_lock(const std::string& text) override {
    if (const auto made = make_folders(root_); !made) return failed(made.error(), {});
    if (const auto made = disk_.make_folder(at(kLockName)); !made) {
      if (made.error().error == EEXIST) return false;
      return failed(made.error(), kLockName);
    }
    const auto written = disk_.write_new(at(owner()), text);
    if (!written) return failed(written.error(), kLockName);
    return true;
  }

  Result<std::optional<std::string>> read_lock() override {
    if (!disk_.status(at(kLockName))) return std::nullopt;
    auto text = read(owner(), kMaxLockText);
    if (!text) return tl::make_unexpected(text.error());
    return std::optional(text->value_or(""));
  }

  Done renew_lock(const std::string& text) override {
    const auto done = write(owner(), text);
    return done ? Done() : failed(done.error(), kLockName);
  }

  Done remove_lock() override {
    const auto done = remove_tree(disk_, at(kLockName));
    return done ? Done() : failed(done.error(), kLockName);
  }

 private:
  std::string at(const std::string& path) const { return base::join(root_, path); }

  static std::string owner() { return base::join(kLockName, kOwner); }

  base::Done place(const Upload& file) {
    if (auto made = make_folders(at(folder_above(file.path))); !made) return made;
    if (file.file.empty()) return write(file.path, file.bytes);
    const auto bytes = disk_.read(file.file, std::numeric_limits<std::uint64_t>::max() - 1);
    return bytes ? write(file.path, *bytes) : tl::make_unexpected(bytes.error());
  }

  /// Beside, then over what is there in one step.
  base::Done write(const std::string& path, std::string_view bytes) {
    const std::string temporary = at(temporary_name(path));
    auto written = disk_.write_new(temporary, bytes);
    if (!written && written.error().error == EEXIST) {  // of a deployer that died
      if (auto removed = disk_.remove_file(temporary); !removed) return removed;
      written = disk_.write_new(temporary, bytes);
    }
    if (written) written = disk_.replace(temporary, at(path));
    if (!written) static_cast<void>(disk_.remove_file(temporary));
    return written;
  }

  base::Done make_folders(const std::string& folder) {
    if (folder.empty() || made_.contains(folder)) return {};
    auto made = disk_.make_folder(folder);
    if (!made && made.error().error == ENOENT) {
      if (auto above = make_folders(folder_above(folder)); !above) return above;
      made = disk_.make_folder(folder);
    }
    if (!made && made.error().error != EEXIST) return made;
    made_.insert(folder);
    return {};
  }

  void remove_empty_above(const std::string& path) {
    for (std::string folder = folder_above(path); !folder.empty(); folder = folder_above(folder)) {
      if (!disk_.remove_folder(at(folder))) return;
    }
  }

  base::Done list_below(const std::string& folder, std::vector<Listed>& out) const {
    const auto entries = disk_.list(folder.empty() ? root_ + "/." : at(folder));
    if (!entries) return tl::make_unexpected(entries.error());
    for (const base::Entry& entry : *entries) {
      const std::string path = base::join(folder, entry.name);
      if (entry.kind == base::EntryKind::file) out.push_back({path, entry.size});
      if (entry.kind != base::EntryKind::directory || path == kLockName) continue;
      if (auto done = list_below(path, out); !done) return done;
    }
    return {};
  }

  std::unique_ptr<base::Disk> own_;
  base::Disk& disk_;
  std::string root_;
  std::unordered_set<std::string> made_;  ///< folders that are known to be there
};

}  // namespace

std::unique_ptr<Host> folder_host(base::Disk& disk, const std::string& folder) {
  return std::make_unique<Folder>(disk, without_slashes(folder));
}

std::unique_ptr<Host> open_folder(const Target& target) {
  return std::make_unique<Folder>(base::real_disk(), without_slashes(target.folder));
}

}  // namespace thidua::deploy
