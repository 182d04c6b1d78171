// What is on the host, kept up to date while files travel, and written there as the journal so that the next deployment
// goes on from it.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "base/clock.hpp"
#include "deploy/carry/parcels.hpp"
#include "deploy/carry/tries.hpp"
#include "deploy/plan/known.hpp"
#include "deploy/plan/plan.hpp"

namespace thidua::deploy {

class Ledger {
 public:
  Ledger(Host& host, Tries& tries, base::Clock& clock, Recalled recalled);

  const Known& known() const { return known_; }

  /// What is about to travel or to be removed is in doubt from now on; tells the host so before it begins.
  Done expect(std::span<const Parcel> parcels, Dress dress);
  Done expect_removal(std::span<const std::string> paths);

  /// The host confirmed it. Until all of a file's forms are there as well it counts as sent without any.
  void arrived(const Shipment& shipment);
  void removed(const std::string& path);

  /// Writes the journal where that is due: seldom enough that it takes little of the time.
  Done keep();
  /// Writes it once more at the end of a deployment that did not complete; one try, as nothing may be left to talk to.
  void keep_at_last();

  /// Brings `known.former` up to date and gives what is to be removed; see to_remove().
  std::vector<std::string> settle(const publish::Manifest& output, Dress dress);

  /// The manifest as it is to be once nothing is in doubt; nothing where the host has it.
  std::optional<std::string> new_manifest(const std::map<std::string, std::string>& facts);
  /// Writes it, which ends the journal's time, and removes the journal.
  Done seal(const std::optional<std::string>& manifest, bool journal_is_there);

 private:
  Done write_journal();
  Done write(const std::string& path, const std::string& text);
  void doubt(const std::string& path);

  Host& host_;
  Tries& tries_;
  base::Clock& clock_;
  Known known_;
  Files base_;  ///< by the manifest on the host

  /// A file of which not all has arrived.
  struct Awaited {
    std::size_t arrived = 0;
    std::string sent;  ///< what FileFacts::sent is to be
  };
  std::map<std::string, Awaited> awaited_;  ///< by the file's path
  bool begun_ = false;
  std::chrono::steady_clock::time_point due_;
};

/// Brings one small file, with what web servers are to say of lists: that nobody may keep them.
Done put_text(Host& host, const std::string& path, const std::string& text);

}  // namespace thidua::deploy
