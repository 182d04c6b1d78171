// One deployer at a time: the lock on a target, which expires so that one that died does not shut the others out. One
// that died on this machine does not shut it out at all.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "deploy/carry/tries.hpp"
#include "deploy/host.hpp"

namespace thidua::deploy {

/// Whose a lock is, and until when: its text has a line for each.
struct LockOwner {
  std::string who;  ///< for people: machine and process
  std::string run;  ///< tells this deployment from any other
  std::chrono::sys_seconds until;
  std::string process = {};  ///< as base::this_process() says; empty where that is not known

  bool operator==(const LockOwner&) const = default;
};

std::string to_text(const LockOwner& owner);
/// Nothing where the text is no lock's.
std::optional<LockOwner> parse_lock(const std::string& text);

/// What came of asking for the lock.
struct LockAnswer {
  bool ours = false;
  std::optional<LockOwner> taken_over;  ///< of a lock that had expired, or whose maker is known to have ended
  std::optional<LockOwner> held_by;     ///< where it is not ours
};

class TargetLock {
 public:
  /// Longer than any file takes between two renewals; a lock that is older belongs to nobody.
  static constexpr std::chrono::minutes kLife{15};
  static constexpr std::chrono::seconds kRenewal{60};
  /// Where making is not atomic, everybody who found none as we did has written after so many times as long as making
  /// took, and the last one has it.
  static constexpr int kTimesMaking = 8;
  static constexpr std::chrono::milliseconds kShortestWait{100}, kLongestWait{2000};

  TargetLock(Host& host, Tries& tries, base::Clock& clock, std::string who, std::string run);

  /// Asks once; a lock that has expired, or was made by a process of this machine that has ended, is taken over. A lock
  /// without text counts as expired only when it still has none after a pause: its maker may be about to write it.
  Result<LockAnswer> take();

  /// Looks whether the lock is still ours, and writes a later end: at each group's border, since two that find an
  /// expired lock in the same moment could both take it for theirs. Nothing is to be changed before the first time.
  Result<bool> renew();
  /// The same where that is due.
  Result<bool> keep();

  /// As far as possible.
  Done give_back();

 private:
  Result<bool> make();
  Result<std::optional<LockOwner>> holder();
  Result<bool> replace(const std::optional<LockOwner>& expired);
  LockOwner owner();

  Host& host_;
  Tries& tries_;
  base::Clock& clock_;
  std::string who_, run_;
  bool ours_ = false;
  bool sure_ = false;  ///< it was there when everybody had written who could have begun with us
  std::chrono::steady_clock::time_point renewed_, settled_;
  std::chrono::sys_seconds renewed_at_;
};

}  // namespace thidua::deploy
