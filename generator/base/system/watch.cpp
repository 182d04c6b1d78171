#include "base/system/watch.hpp"

#include <poll.h>
#include <sys/inotify.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <string_view>
#include <utility>

namespace thidua::base {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kQuiet{50};     ///< an editor writes a file in several steps
constexpr milliseconds kLongest{500};  ///< but somebody who copies many files wants to see something
constexpr std::uint32_t kInFolder = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR;
constexpr std::uint32_t kInRoot = kInFolder | IN_CLOSE_WRITE;
constexpr std::uint32_t kInTree = kInFolder | IN_MODIFY | IN_CLOSE_WRITE | IN_DONT_FOLLOW;

int milliseconds_until(Clock::time_point then) {
  const auto left = std::chrono::ceil<milliseconds>(then - Clock::now());
  return static_cast<int>(std::max(left, milliseconds::zero()).count());
}

}  // namespace

Watch::Watch(const Disk& disk, Descriptor events, std::string root, std::vector<std::string> names)
    : disk_(disk), events_(std::move(events)), root_(std::move(root)), names_(std::move(names)) {}

Result<Watch> Watch::begin(const Disk& disk, std::string root, std::vector<std::string> names) {
  Descriptor events(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (!events) return fail("watch", root, errno);
  Watch watch(disk, std::move(events), std::move(root), std::move(names));
  if (auto done = watch.watch_all(); !done) return tl::make_unexpected(done.error());
  return watch;
}

Watch::Seen Watch::wait(int interrupt) {
  std::array<pollfd, 2> files = {{{events_.get(), POLLIN, 0}, {interrupt, POLLIN, 0}}};
  bool changed = false;
  Clock::time_point quiet, latest;
  while (true) {
    const int patience = changed ? milliseconds_until(std::min(quiet, latest)) : -1;
    const int ready = retried([&] { return ::poll(files.data(), files.size(), patience); });
    if (files[1].revents != 0) return Seen::interruption;
    if (changed && (ready == 0 || Clock::now() >= latest)) return Seen::change;
    if (!take_events()) continue;
    quiet = Clock::now() + kQuiet;
    if (!changed) latest = Clock::now() + kLongest;
    changed = true;
  }
}

/// Adding a watch to what has one already changes nothing, so that the whole can be gone through again.
Done Watch::watch_all() {
  root_watch_ = ::inotify_add_watch(events_.get(), root_.c_str(), kInRoot);
  if (root_watch_ == -1) return fail("watch", root_, errno);
  for (const std::string& name : names_) {
    const auto folder = disk_.real_path(join(root_, name));
    if (!folder) continue;
    if (auto done = watch_tree(*folder); !done) return done;
  }
  return {};
}

/// A folder first, then what is in it: what comes in between is told or found. What has vanished by then, or may not be
/// read, is no failure of the watch.
Done Watch::watch_tree(const std::string& folder) {
  if (::inotify_add_watch(events_.get(), folder.c_str(), kInTree) == -1) {
    const bool nothing_to_see = errno == ENOENT || errno == ENOTDIR || errno == EACCES;
    return nothing_to_see ? Done() : fail("watch", folder, errno);
  }
  const auto entries = disk_.list(folder);
  if (!entries) return {};
  for (const Entry& entry : *entries) {
    if (entry.kind != EntryKind::directory) continue;
    if (auto done = watch_tree(join(folder, entry.name)); !done) return done;
  }
  return {};
}

/// Whether what the system told is a change of what is watched.
bool Watch::take_events() {
  alignas(inotify_event) std::array<char, 16384> buffer;
  bool changed = false;
  bool folders_changed = false;
  while (true) {
    const ssize_t count = retried([&] { return ::read(events_.get(), buffer.data(), buffer.size()); });
    if (count <= 0) break;
    for (const char* at = buffer.data(); at < buffer.data() + count;) {
      inotify_event event;
      std::memcpy(&event, at, sizeof event);
      const std::string_view name = event.len > 0 ? at + sizeof event : "";
      at += sizeof event + event.len;
      const bool elsewhere = event.wd == root_watch_ && std::find(names_.begin(), names_.end(), name) == names_.end();
      if (elsewhere) continue;
      changed = true;
      folders_changed = folders_changed || (event.mask & (IN_ISDIR | IN_IGNORED | IN_Q_OVERFLOW)) != 0;
    }
  }
  if (folders_changed) static_cast<void>(watch_all());
  return changed;
}

}  // namespace thidua::base
