#include "base/system/process.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>
#include <string_view>

namespace thidua::base {
namespace {

/// Of proc(5), /proc/pid/stat: the third field and the twenty-second.
struct Stat {
  char state = 0;
  std::string start;  ///< in ticks since the system was started
};

std::optional<Stat> stat_of(pid_t pid) {
  std::ifstream file(fmt::format("/proc/{}/stat", pid));
  std::string line;
  if (!std::getline(file, line)) return std::nullopt;
  const std::size_t name_end = line.rfind(')');  // the name may hold anything, also brackets and spaces
  if (name_end == line.npos) return std::nullopt;
  std::istringstream fields(line.substr(name_end + 1));
  Stat out;
  fields >> out.state;
  for (int field = 4; field <= 22; ++field) fields >> out.start;
  return fields ? std::optional(out) : std::nullopt;
}

/// What the numbers of processes are relative to.
std::string here() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string boot;
  std::array<char, 64> space = {};
  const ssize_t size = ::readlink("/proc/self/ns/pid", space.data(), space.size());
  if (!std::getline(file, boot) || size <= 0) return {};
  return fmt::format("{} {}", boot, std::string_view(space.data(), static_cast<std::size_t>(size)));
}

}  // namespace

std::string this_process() {
  const std::string place = here();
  const auto stat = stat_of(::getpid());
  return place.empty() || !stat ? std::string() : fmt::format("{} {} {}", place, ::getpid(), stat->start);
}

bool has_ended(const std::string& process) {
  const std::string head = here() + " ";
  if (head.size() == 1 || !process.starts_with(head)) return false;
  const std::size_t space = process.find(' ', head.size());
  pid_t pid = 0;
  if (space == process.npos || std::from_chars(&process[head.size()], &process[space], pid).ptr != &process[space] ||
      pid <= 0)
    return false;
  if (::kill(pid, 0) != 0 && errno == ESRCH) return true;
  const auto stat = stat_of(pid);  // where it is hidden from us, it may be there
  return stat && (stat->state == 'Z' || stat->start != process.substr(space + 1));
}

}  // namespace thidua::base
