// What is known of the files on a host: from the manifest of the last complete deployment, and from the journal of one
// that did not come to its end.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "publish/manifest.hpp"

namespace thidua::deploy {

/// In the target's folder, while a deployment runs and after one was interrupted. The manifest has the name that it has
/// in the output (publish::kManifestName).
inline constexpr const char* kJournalName = ".thidua-journal.json";

/// Files that left the site but are still there for readers who loaded a page before: until when.
using Former = std::map<std::string, std::chrono::sys_seconds, std::less<>>;

using Files = std::map<std::string, publish::FileFacts, std::less<>>;

struct Known {
  Files files;  ///< confirmed by the host, forms among them
  /// Ours, and perhaps there, old or new, perhaps in part; so is each form of them.
  std::set<std::string, std::less<>> doubtful;
  Former former;                             ///< some of `files`
  std::map<std::string, std::string> facts;  ///< of the build that is there
  std::string base;                          ///< hash of the manifest as it stands on the host; empty: there is none

  /// What can be told before anything is read again: whether any of it is ours.
  bool empty() const { return files.empty() && doubtful.empty(); }
};

/// How much the files on the host told.
enum class Memory {
  none,         ///< no manifest: nothing is taken to be there
  damaged,      ///< a manifest that cannot be read: the same
  whole,        ///< of a complete deployment
  interrupted,  ///< with the journal of one that was not
};

struct Recalled {
  Known known;
  Files base_files;  ///< by the manifest alone
  Memory memory = Memory::none;
};

/// From the bytes of both files. A journal that belongs to another manifest is passed over: it is older.
Recalled recall(const std::optional<std::string>& manifest, const std::optional<std::string>& journal);

/// The manifest's facts: those of the build, and what stays for a while.
std::map<std::string, std::string> facts_of(const Known& known);
/// The manifest as it stands on the host: these facts, and the files known.
std::string manifest_text(const Known& known);

/// The journal: what differs from the manifest whose files are `base`.
std::string journal_text(const Known& known, const Files& base);

}  // namespace thidua::deploy
