// A place that files are brought to, file by file. One implementation per kind of host (`hosts/`); the order in which
// files travel, tries after failures, manifest and lock are not its business (`deployment.hpp`).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "deploy/failure.hpp"

namespace thidua::deploy {

/// What a web server is to say of a file; hosts without headers of their own ignore it (Host::Ability::headers).
struct Headers {
  std::string content_type;
  std::string cache_control;
  std::string content_encoding;  ///< "br", "gzip" or empty
};

/// A file to bring. Exactly one of `file` and `bytes` holds what it consists of.
struct Upload {
  std::string path;  ///< on the host, relative to the target's folder, with slashes; NFC, UTF-8, any character
  std::string file;  ///< the local file; empty where `bytes` holds it
  std::string bytes;
  std::uint64_t size = 0;
  Headers headers;
};

struct Listed {
  std::string path;
  std::uint64_t size = 0;
};

/// Told of each file once, as soon as it is on the host or has failed; `index` is its place in what was given. Never
/// called from two threads at once.
using Each = std::function<void(std::size_t index, Done outcome)>;

/// Not for use from several threads at once; it keeps as many transfers in flight as it was opened with.
class Host {
 public:
  struct Ability {
    bool headers = false;           ///< Content-Type, Cache-Control and Content-Encoding travel with a file
    bool replaces_at_once = false;  ///< a reader sees the old file or the new, whole, and never neither
    bool locks = false;             ///< make_lock is atomic; where not, it is best effort
  };

  virtual ~Host() = default;

  /// Known once connect() has succeeded; with S3, `locks` once make_lock() has.
  virtual Ability ability() const = 0;

  /// Connects, proves who the host is, then who we are. Called once before anything else, and again after failures of
  /// the kind `passing`.
  virtual Done connect() = 0;

  /// The bytes of a file; nothing where there is none. Fails where it has more than `limit` bytes.
  virtual Result<std::optional<std::string>> read(const std::string& path, std::uint64_t limit) = 0;

  /// Every file below the target's folder, in byte order of the paths. Left-over temporary files of put() are among
  /// them (is_temporary()).
  virtual Result<std::vector<Listed>> list() = 0;

  /// Brings files, in any order, replacing what is there; makes the folders that they need. Each arrives whole or not
  /// at all where the host can do that (Ability::replaces_at_once). Stops taking up new ones as soon as `keep_going`
  /// is false, and gives those not tried as `passing`.
  virtual void put(std::span<const Upload> files, const Each& each, const std::function<bool()>& keep_going) = 0;

  /// Removes files; one that is not there counts as removed. Folders left empty go with them where the host has
  /// folders.
  virtual void remove(std::span<const std::string> paths, const Each& each) = 0;

  /// Makes the lock, and the target's folder where that is missing. The lock holds a few lines of text that say whose
  /// it is and until when. False where it is taken. Where that is not atomic (Ability::locks), who made it has it only
  /// if it is still theirs a moment later.
  virtual Result<bool> make_lock(const std::string& text) = 0;
  /// The text of the lock that is there; nothing where there is none. Empty where its maker died before writing it.
  virtual Result<std::optional<std::string>> read_lock() = 0;
  /// Writes the text anew, to a lock that is ours.
  virtual Done renew_lock(const std::string& text) = 0;
  virtual Done remove_lock() = 0;
};

/// The lock's name in the target's folder: a folder where the host has folders, with the text in a file `owner` in it.
inline constexpr const char* kLockName = ".thidua-lock";

/// The name under which a file arrives before it is renamed: beside it, hidden, and the same for every try, so that
/// what a dead deployer left is overwritten by the next.
std::string temporary_name(const std::string& path);
bool is_temporary(const std::string& path);

}  // namespace thidua::deploy
