#include "base/disk.hpp"

#include <doctest/doctest.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <limits>

#include "base/temporary_folder.hpp"

namespace thidua::base {
namespace {

namespace fs = std::filesystem;
using testing::bytes_of;
using testing::put;
using testing::TemporaryFolder;

constexpr auto kNoLimit = std::numeric_limits<std::uint64_t>::max();

template <class T>
int error_of(const Result<T>& result) {
  return result ? 0 : result.error().error;
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

/// The exit code of `work`, run in a process of its own.
template <class Work>
int in_other_process(Work work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_CASE("base::join: puts exactly one slash between") {
  CHECK(join("a", "b") == "a/b");
  CHECK(join("a/", "b") == "a/b");
  CHECK(join("a", "/b/c") == "a/b/c");
  CHECK(join("/", "b") == "/b");
  CHECK(join("", "b") == "b");
}

TEST_CASE("base::reason: gives the system's sentence") {
  CHECK(reason({"write", "x", ENOSPC}) == "No space left on device");
  CHECK(reason({"write", "x", 9999}) == "error 9999");
}

TEST_CASE("base::real_disk: status tells kinds, sizes and modes and follows no link") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  put(folder / "file", "four");
  fs::create_symlink("file", folder / "link");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  REQUIRE(::chmod((folder / "file").c_str(), 0640) == 0);

  const auto file = disk->status(folder / "file");
  REQUIRE(file);
  CHECK(file->name == "file");
  CHECK(file->kind == EntryKind::file);
  CHECK(file->size == 4);
  CHECK(file->mode == 0640);
  CHECK(disk->status(folder / "link")->kind == EntryKind::symbolic_link);
  CHECK(disk->status(folder / "pipe")->kind == EntryKind::other);
  CHECK(disk->status(folder.path())->kind == EntryKind::directory);
  CHECK(error_of(disk->status(folder / "none")) == ENOENT);
}

TEST_CASE("base::real_disk: a folder is listed in byte order of the names") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  for (const char* name : {"b", "B", "đ", "a-1", "a", ".hidden"}) put(folder / name, name);
  const auto entries = disk->list(folder.path());
  REQUIRE(entries);
  std::vector<std::string> names;
  for (const Entry& entry : *entries) names.push_back(entry.name);
  CHECK(names == std::vector<std::string>{".hidden", "B", "a", "a-1", "b", "đ"});
  CHECK(entries->at(5).size == 2);
}

TEST_CASE("base::real_disk: a link to a folder is not listed, a file is no folder") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  fs::create_directory(folder / "real");
  fs::create_symlink("real", folder / "link");
  put(folder / "file", "");
  CHECK(error_of(disk->list(folder / "link")) == ENOTDIR);
  CHECK(error_of(disk->list(folder / "file")) == ENOTDIR);
  CHECK(error_of(disk->list(folder / "none")) == ENOENT);
}

TEST_CASE("base::real_disk: read gives all bytes up to the limit and no more") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  const std::string bytes("a\0b\n", 4);
  put(folder / "file", bytes);
  fs::create_symlink("file", folder / "link");
  CHECK(disk->read(folder / "file", 4) == bytes);
  CHECK(disk->read(folder / "link", kNoLimit) == bytes);
  CHECK(error_of(disk->read(folder / "file", 3)) == EFBIG);
  CHECK(error_of(disk->read(folder / "none", 3)) == ENOENT);
  CHECK(error_of(disk->read(folder.path(), 3)) == EISDIR);
}

TEST_CASE("base::real_disk: read takes what tells no size, and does not wait at a pipe") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  const auto status = disk->read("/proc/self/status", kNoLimit);
  REQUIRE(status);
  CHECK(status->find("Umask:") != std::string::npos);
  CHECK(error_of(disk->read("/proc/self/status", 10)) == EFBIG);
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(error_of(disk->read(folder / "pipe", 10)) == EINVAL);
}

TEST_CASE("base::real_disk: what is written has its bytes and mode, whatever the umask") {
  const TemporaryFolder folder;
  for (const mode_t mask : {0000U, 0022U, 0077U}) {
    const mode_t before = ::umask(mask);
    const auto disk = real_disk();
    const std::string name = folder / std::to_string(mask);
    REQUIRE(disk->make_folder(name));
    REQUIRE(disk->write_new(name + "/file", "bytes"));
    ::umask(before);
    CHECK(mode_of(name) == 0755);
    CHECK(mode_of(name + "/file") == 0644);
    CHECK(bytes_of(name + "/file") == "bytes");
  }
}

TEST_CASE("base::real_disk: nothing is overwritten, not even through a link that leads nowhere") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  put(folder / "file", "old");
  put(folder / "other", "other");
  fs::create_symlink("none", folder / "link");
  CHECK(error_of(disk->write_new(folder / "file", "new")) == EEXIST);
  CHECK(error_of(disk->write_new(folder / "link", "new")) == EEXIST);
  CHECK(error_of(disk->make_folder(folder / "file")) == EEXIST);
  CHECK(error_of(disk->link(folder / "other", folder / "file")) == EEXIST);
  CHECK(error_of(disk->rename(folder / "other", folder / "file")) == EEXIST);
  CHECK(bytes_of(folder / "file") == "old");
  CHECK(!fs::exists(folder / "none"));
}

TEST_CASE("base::real_disk: a write that stops half-way fails") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  // A limit on the size of files stands for the medium: it strikes in the middle of a write.
  CHECK(in_other_process([&] {
          ::signal(SIGXFSZ, SIG_IGN);
          const rlimit limit{1000, 1000};
          if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
          return error_of(disk->write_new(folder / "file", std::string(5000, 'x'))) == EFBIG ? 0 : 1;
        }) == 0);
}

TEST_CASE("base::real_disk: exchange swaps folders with their contents") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  put(folder / "a/one", "1");
  put(folder / "b/two", "2");
  REQUIRE(disk->exchange(folder / "a", folder / "b"));
  CHECK(bytes_of(folder / "b/one") == "1");
  CHECK(bytes_of(folder / "a/two") == "2");
  CHECK(error_of(disk->exchange(folder / "a", folder / "none")) == ENOENT);
}

TEST_CASE("base::real_disk: a failure names operation and path") {
  const auto disk = real_disk();
  const auto done = disk->write_new("/no-such-folder/file", "");
  REQUIRE(!done);
  CHECK(done.error().operation == "write");
  CHECK(done.error().path == "/no-such-folder/file");
  CHECK(done.error().error == ENOENT);
}

TEST_CASE("base::real_disk: syncs a folder, and links share a file") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  put(folder / "file", "bytes");
  CHECK(disk->sync(folder.path()));
  CHECK(error_of(disk->sync(folder / "none")) == ENOENT);
  REQUIRE(disk->link(folder / "file", folder / "name"));
  CHECK(fs::equivalent(folder / "file", folder / "name"));
}

TEST_CASE("base::real_disk: real_path resolves links") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  fs::create_directory(folder / "real");
  fs::create_symlink("real", folder / "link");
  CHECK(disk->real_path(folder / "link/../link") == fs::canonical(folder / "real").string());
  CHECK(error_of(disk->real_path(folder / "none")) == ENOENT);
}

TEST_CASE("base::Disk::lock: one holder at a time, in this process and in others") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  auto lock = disk->lock(folder / "lock");
  REQUIRE(lock);
  CHECK(error_of(disk->lock(folder / "lock")) == EWOULDBLOCK);
  CHECK(in_other_process([&] { return error_of(real_disk()->lock(folder / "lock")); }) == EWOULDBLOCK);
  lock->reset();
  CHECK(!fs::exists(folder / "lock"));
  CHECK(disk->lock(folder / "lock"));
}

TEST_CASE("base::Disk::lock: a file that a dead holder left is taken over") {
  const TemporaryFolder folder;
  CHECK(in_other_process([&] {
          const auto lock = real_disk()->lock(folder / "lock");
          ::_exit(lock ? 0 : 1);  // as if killed: nothing is released
          return 1;
        }) == 0);
  REQUIRE(fs::exists(folder / "lock"));
  CHECK(real_disk()->lock(folder / "lock"));
}

/// Takes and releases the lock for half a second; 0 where nobody else was ever inside with it.
int come_and_go(const std::string& folder) {
  const auto disk = real_disk();
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
  while (std::chrono::steady_clock::now() < end) {
    const auto lock = disk->lock(join(folder, "lock"));
    if (!lock && lock.error().error != EWOULDBLOCK) return 1;
    if (!lock) continue;
    if (!disk->make_folder(join(folder, "inside"))) return 2;
    ::sched_yield();
    if (!disk->remove_folder(join(folder, "inside"))) return 3;
  }
  return 0;
}

TEST_CASE("base::Disk::lock: many that come and go never hold it together") {
  const TemporaryFolder folder;
  std::vector<pid_t> children(4);
  for (pid_t& child : children) {
    child = ::fork();
    if (child == 0) ::_exit(come_and_go(folder.path()));
  }
  for (const pid_t child : children) {
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
}

TEST_CASE("base::Disk::lock: a holder whose file was replaced leaves the other's alone") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  auto first = disk->lock(folder / "lock");
  REQUIRE(first);
  fs::remove(folder / "lock");
  const auto second = disk->lock(folder / "lock");
  REQUIRE(second);
  first->reset();
  CHECK(fs::exists(folder / "lock"));
  CHECK(error_of(disk->lock(folder / "lock")) == EWOULDBLOCK);
}

TEST_CASE("base::remove_tree: removes everything and follows no link") {
  const TemporaryFolder folder;
  const auto disk = real_disk();
  put(folder / "kept/file", "kept");
  put(folder / "tree/a/b/file", "x");
  fs::create_directories(folder / "tree/empty/empty");
  fs::create_symlink("../kept", folder / "tree/link");
  fs::create_symlink("kept", folder / "link");
  CHECK(remove_tree(*disk, folder / "tree"));
  CHECK(!fs::exists(folder / "tree"));
  CHECK(remove_tree(*disk, folder / "link"));
  CHECK(!fs::is_symlink(folder / "link"));
  CHECK(remove_tree(*disk, folder / "none"));
  CHECK(bytes_of(folder / "kept/file") == "kept");
}

}  // namespace
}  // namespace thidua::base
