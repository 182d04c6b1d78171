#include "publish/faulty_disk.hpp"

#include <csignal>

namespace thidua::testing {

using base::Done;
using base::Entry;
using base::Failure;
using base::Lock;
using base::Result;

bool FaultyDisk::strikes(const std::string& operation) const {
  if (!plan_.operation.empty() && plan_.operation != operation) return false;
  log_.push_back(operation);
  return log_.size() == plan_.at;
}

std::optional<Failure> FaultyDisk::accident(const std::string& operation, const std::string& path) const {
  if (!strikes(operation)) return std::nullopt;
  if (plan_.accident != Accident::fails) std::raise(SIGKILL);
  return Failure{operation, path, plan_.error};
}

Result<Entry> FaultyDisk::status(const std::string& path) const {
  if (auto failure = accident("status", path)) return tl::make_unexpected(*failure);
  return disk_.status(path);
}

Result<std::vector<Entry>> FaultyDisk::list(const std::string& folder) const {
  if (auto failure = accident("list", folder)) return tl::make_unexpected(*failure);
  return disk_.list(folder);
}

Result<std::string> FaultyDisk::read(const std::string& path, std::uint64_t limit) const {
  if (auto failure = accident("read", path)) return tl::make_unexpected(*failure);
  return disk_.read(path, limit);
}

Result<std::string> FaultyDisk::real_path(const std::string& path) const {
  if (auto failure = accident("resolve", path)) return tl::make_unexpected(*failure);
  return disk_.real_path(path);
}

Done FaultyDisk::make_folder(const std::string& path) {
  if (auto failure = accident("make folder", path)) return tl::make_unexpected(*failure);
  return disk_.make_folder(path);
}

Done FaultyDisk::write_new(const std::string& path, std::string_view bytes) {
  if (!strikes("write")) return disk_.write_new(path, bytes);
  if (plan_.accident == Accident::dies) std::raise(SIGKILL);
  (void)disk_.write_new(path, bytes.substr(0, bytes.size() / 2));
  if (plan_.accident == Accident::dies_half_way) std::raise(SIGKILL);
  return base::fail("write", path, plan_.error);
}

Done FaultyDisk::link(const std::string& existing, const std::string& name) {
  if (auto failure = accident("link", name)) return tl::make_unexpected(*failure);
  return disk_.link(existing, name);
}

Done FaultyDisk::rename(const std::string& from, const std::string& to) {
  if (auto failure = accident("rename", to)) return tl::make_unexpected(*failure);
  return disk_.rename(from, to);
}

Done FaultyDisk::replace(const std::string& from, const std::string& to) {
  if (auto failure = accident("replace", to)) return tl::make_unexpected(*failure);
  return disk_.replace(from, to);
}

Done FaultyDisk::exchange(const std::string& a, const std::string& b) {
  if (auto failure = accident("exchange", b)) return tl::make_unexpected(*failure);
  return disk_.exchange(a, b);
}

Done FaultyDisk::remove_file(const std::string& path) {
  if (auto failure = accident("remove", path)) return tl::make_unexpected(*failure);
  return disk_.remove_file(path);
}

Done FaultyDisk::remove_folder(const std::string& path) {
  if (auto failure = accident("remove", path)) return tl::make_unexpected(*failure);
  return disk_.remove_folder(path);
}

Done FaultyDisk::sync(const std::string& path) {
  if (auto failure = accident("sync", path)) return tl::make_unexpected(*failure);
  return disk_.sync(path);
}

Result<std::unique_ptr<Lock>> FaultyDisk::lock(const std::string& path) {
  if (auto failure = accident("lock", path)) return tl::make_unexpected(*failure);
  return disk_.lock(path);
}

}  // namespace thidua::testing
