// A disk on which one operation goes wrong.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/disk.hpp"

namespace thidua::testing {

/// What happens at an operation. `fails` leaves the first half of a write behind; `dies_half_way` does too, and then
/// kills the process; `dies` kills it before anything is done.
enum class Accident { fails, dies, dies_half_way };

struct Plan {
  Accident accident = Accident::fails;
  std::size_t at = 0;     ///< which operation, from 1; 0 for none. Reading counts too
  int error = 0;          ///< errno for `fails`
  std::string operation;  ///< where given, only operations of this name count
};

/// Passes everything on to another disk, which it does not own, until the planned operation comes. For one thread.
class FaultyDisk : public base::Disk {
 public:
  FaultyDisk(base::Disk& disk, Plan plan) : disk_(disk), plan_(std::move(plan)) {}

  /// The names of the operations that were tried, in order.
  const std::vector<std::string>& log() const { return log_; }

  base::Result<base::Entry> status(const std::string& path) const override;
  base::Result<std::vector<base::Entry>> list(const std::string& folder) const override;
  base::Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
  base::Result<std::string> real_path(const std::string& path) const override;
  base::Done make_folder(const std::string& path) override;
  base::Done write_new(const std::string& path, std::string_view bytes) override;
  base::Done link(const std::string& existing, const std::string& name) override;
  base::Done rename(const std::string& from, const std::string& to) override;
  base::Done replace(const std::string& from, const std::string& to) override;
  base::Done exchange(const std::string& a, const std::string& b) override;
  base::Done remove_file(const std::string& path) override;
  base::Done remove_folder(const std::string& path) override;
  base::Done sync(const std::string& path) override;
  base::Result<std::unique_ptr<base::Lock>> lock(const std::string& path) override;

 private:
  /// Logs an operation; true where it is the planned one.
  bool strikes(const std::string& operation) const;
  /// The failure to give back, unless the process dies here or nothing happens.
  std::optional<base::Failure> accident(const std::string& operation, const std::string& path) const;

  base::Disk& disk_;
  Plan plan_;
  mutable std::vector<std::string> log_;
};

}  // namespace thidua::testing
