#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "base/disk.hpp"
#include "base/system/descriptor.hpp"

namespace thidua::base {
namespace {

constexpr mode_t kFileMode = 0644;
constexpr mode_t kFolderMode = 0755;

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

EntryKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return EntryKind::file;
  if (S_ISDIR(mode)) return EntryKind::directory;
  return S_ISLNK(mode) ? EntryKind::symbolic_link : EntryKind::other;
}

Entry entry_of(std::string name, const struct stat& status) {
  Entry entry{std::move(name), kind_of(status.st_mode)};
  if (entry.kind != EntryKind::file) return entry;
  entry.size = static_cast<std::uint64_t>(status.st_size);
  entry.mode = status.st_mode & 07777;
  return entry;
}

bool same_file(const struct stat& a, const struct stat& b) { return a.st_dev == b.st_dev && a.st_ino == b.st_ino; }

/// Reads to the end of the file; nothing more than `limit` + 1 bytes, so that the caller sees what is too long.
Result<std::string> read_all(int fd, const std::string& path, std::uint64_t size, std::uint64_t limit) {
  const std::uint64_t most = std::max(limit, limit + 1);
  std::string bytes;
  std::size_t filled = 0;
  for (std::size_t room = size + 1;; room = std::max<std::size_t>(filled, 4096)) {
    bytes.resize(std::min<std::uint64_t>(filled + room, most));
    const ssize_t count = retried([&] { return ::read(fd, bytes.data() + filled, bytes.size() - filled); });
    if (count == -1) return fail("read", path, errno);
    filled += static_cast<std::size_t>(count);
    if (filled > limit) return fail("read", path, EFBIG);
    if (count == 0) break;
  }
  bytes.resize(filled);
  return bytes;
}

/// 0, or errno.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = retried([&] { return ::write(fd, bytes.data(), bytes.size()); });
    if (count == -1) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

/// The process's umask, read without setting it, since setting it would show in other threads. All bits where it cannot
/// be told, which only costs a call more per file.
mode_t current_umask() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("Umask:")) return static_cast<mode_t>(std::strtoul(line.c_str() + 6, nullptr, 8));
  }
  return 07777;
}

/// An flock() on a file: the system drops it when the process dies, however that happens.
class FileLock final : public Lock {
 public:
  FileLock(Descriptor file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock() override {
    if (still_named()) ::unlink(path_.c_str());
  }

  /// Whether the path still leads to the locked file. A holder removes it on release: whoever opened it just before
  /// that then holds a lock on a file that nobody else will ever see.
  bool still_named() const {
    struct stat held {};
    struct stat named {};
    return ::fstat(file_.get(), &held) == 0 && ::lstat(path_.c_str(), &named) == 0 && same_file(held, named);
  }

 private:
  Descriptor file_;
  std::string path_;
};

class RealDisk final : public Disk {
 public:
  RealDisk() : umask_(current_umask()) {}

  Result<Entry> status(const std::string& path) const override {
    struct stat status {};
    if (::lstat(path.c_str(), &status) == -1) return fail("status", path, errno);
    Entry entry = entry_of(path.substr(path.rfind('/') + 1), status);
    entry.device = status.st_dev;
    return entry;
  }

  Result<std::vector<Entry>> list(const std::string& folder) const override {
    Descriptor file(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    if (!file) return fail("list", folder, errno);
    const OpenFolder open(::fdopendir(file.get()));
    if (!open) return fail("list", folder, errno);
    file.release();
    return entries_of(open.get(), folder);
  }

  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    const Descriptor file(path, O_RDONLY | O_NONBLOCK);  // a pipe without a writer would block for ever
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) == -1) return fail("read", path, errno);
    if (S_ISDIR(status.st_mode)) return fail("read", path, EISDIR);
    if (!S_ISREG(status.st_mode)) return fail("read", path, EINVAL);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    return size > limit ? fail("read", path, EFBIG) : read_all(file.get(), path, size, limit);
  }

  Result<std::string> real_path(const std::string& path) const override {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    if (!real) return fail("resolve", path, errno);
    return std::string(real.get());
  }

  Done make_folder(const std::string& path) override {
    if (::mkdir(path.c_str(), kFolderMode) == -1) return fail("make folder", path, errno);
    return done((umask_ & kFolderMode) != 0 ? ::chmod(path.c_str(), kFolderMode) : 0, "make folder", path);
  }

  Done write_new(const std::string& path, std::string_view bytes) override {
    Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL, kFileMode);
    if (!file) return fail("write", path, errno);
    if ((umask_ & kFileMode) != 0 && ::fchmod(file.get(), kFileMode) == -1) return fail("write", path, errno);
    if (const int error = write_all(file.get(), bytes); error != 0) return fail("write", path, error);
    return done(::close(file.release()), "write", path);  // NFS tells of a full disk only here
  }

  Done link(const std::string& existing, const std::string& name) override {
    return done(::link(existing.c_str(), name.c_str()), "link", name);
  }

  Done rename(const std::string& from, const std::string& to) override {
    return done(::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE), "rename", to);
  }

  Done replace(const std::string& from, const std::string& to) override {
    return done(::rename(from.c_str(), to.c_str()), "rename", to);
  }

  Done exchange(const std::string& a, const std::string& b) override {
    return done(::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE), "exchange", b);
  }

  Done remove_file(const std::string& path) override { return done(::unlink(path.c_str()), "remove", path); }

  Done remove_folder(const std::string& path) override { return done(::rmdir(path.c_str()), "remove", path); }

  Done sync(const std::string& path) override {
    const Descriptor file(path, O_RDONLY);
    return done(file ? ::syncfs(file.get()) : -1, "sync", path);
  }

  Result<std::unique_ptr<Lock>> lock(const std::string& path) override {
    while (true) {
      Descriptor file(path, O_RDWR | O_CREAT | O_NOFOLLOW, kFileMode);
      if (!file || ::flock(file.get(), LOCK_EX | LOCK_NB) == -1) return fail("lock", path, errno);
      auto lock = std::make_unique<FileLock>(std::move(file), path);
      if (lock->still_named()) return lock;
    }
  }

 private:
  static Done done(int result, const char* operation, const std::string& path) {
    if (result == -1) return fail(operation, path, errno);
    return {};
  }

  static Result<std::vector<Entry>> entries_of(DIR* open, const std::string& folder) {
    std::vector<Entry> entries;
    errno = 0;
    while (const dirent* found = ::readdir(open)) {
      const std::string_view name = found->d_name;
      struct stat status {};
      if (name == "." || name == "..") continue;
      if (::fstatat(::dirfd(open), found->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0) {
        entries.push_back(entry_of(std::string(name), status));
      } else if (errno != ENOENT) {  // that one has vanished since
        return fail("status", join(folder, name), errno);
      }
      errno = 0;
    }
    if (errno != 0) return fail("list", folder, errno);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return entries;
  }

  mode_t umask_;  // as it was when the disk was opened
};

}  // namespace

std::unique_ptr<Disk> real_disk() { return std::make_unique<RealDisk>(); }

}  // namespace thidua::base
