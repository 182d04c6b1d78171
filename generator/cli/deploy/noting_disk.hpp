// A disk that notes what a build is made of while it is read, so that nothing has to be read twice to tell later
// whether an output is as new as its content.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/disk.hpp"
#include "model/moment.hpp"

namespace thidua::cli {

/// Passes everything on to another disk, which outlives it.
class NotingDisk final : public base::Disk {
 public:
  explicit NotingDisk(base::Disk& disk) : disk_(disk) {}

  /// One hash of every file of content/ and themes/ that was read, with its path below `root`, and of the moment at
  /// which the same content will give another site.
  std::string digest(const std::string& root, const std::optional<model::Moment>& next_change) const;

  base::Result<base::Entry> status(const std::string& path) const override { return disk_.status(path); }
  base::Result<std::vector<base::Entry>> list(const std::string& folder) const override { return disk_.list(folder); }
  base::Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
  base::Result<std::string> real_path(const std::string& path) const override { return disk_.real_path(path); }
  base::Done make_folder(const std::string& path) override { return disk_.make_folder(path); }
  base::Done write_new(const std::string& path, std::string_view bytes) override {
    return disk_.write_new(path, bytes);
  }
  base::Done link(const std::string& existing, const std::string& name) override { return disk_.link(existing, name); }
  base::Done rename(const std::string& from, const std::string& to) override { return disk_.rename(from, to); }
  base::Done replace(const std::string& from, const std::string& to) override { return disk_.replace(from, to); }
  base::Done exchange(const std::string& a, const std::string& b) override { return disk_.exchange(a, b); }
  base::Done remove_file(const std::string& path) override { return disk_.remove_file(path); }
  base::Done remove_folder(const std::string& path) override { return disk_.remove_folder(path); }
  base::Done sync(const std::string& path) override { return disk_.sync(path); }
  base::Result<std::unique_ptr<base::Lock>> lock(const std::string& path) override { return disk_.lock(path); }

 private:
  base::Disk& disk_;
  mutable std::mutex mutex_;                           // for what follows
  mutable std::map<std::string, std::string> hashes_;  ///< by path
};

}  // namespace thidua::cli
