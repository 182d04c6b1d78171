// An SFTP server in memory, at the other end of a channel: it keeps files and folders, notes what it is asked, and
// objects or dies as it is told.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "deploy/hosts/sftp/protocol/channel.hpp"
#include "deploy/hosts/sftp/protocol/packets.hpp"

namespace thidua::testing {

namespace sftp = deploy::sftp;

class SmallServer : public sftp::Channel {
 public:
  struct Asked {
    sftp::Type type;
    std::string path;  ///< of WRITE, READ, CLOSE: that of the open file
    std::string to;    ///< of RENAME and posix-rename

    bool operator==(const Asked&) const = default;
  };

  // What it holds; paths as they are asked for.
  std::map<std::string, std::string> files;
  std::set<std::string> folders;

  // How it behaves.
  std::uint32_t version = 3;
  std::vector<std::string> extensions = {sftp::kPosixRename, sftp::kFileSystemStatus};
  sftp::Room room{1'000'000'000, 1'000'000};
  std::string greeting;                                              ///< sent before anything else
  std::function<std::optional<sftp::Code>(const Asked&)> objection;  ///< answered with instead of doing it
  std::optional<std::size_t> dies_after;                             ///< requests
  bool backwards = false;                                            ///< the answers to what came at once
  bool nameless = false;    ///< every handle is empty: for one open file at a time
  bool tells_kinds = true;  ///< in the entries of a folder
  std::size_t takes_at_once = std::numeric_limits<std::size_t>::max();  ///< bytes
  std::size_t gives_at_once = std::numeric_limits<std::size_t>::max();  ///< bytes
  std::uint32_t reads_at_once = 1 << 20;                                ///< bytes, whatever is asked for

  // What it has seen.
  std::vector<Asked> log;
  std::size_t most_unanswered = 0;  ///< bytes of requests
  std::size_t most_open = 0;        ///< files and folders

  deploy::Result<std::size_t> send(std::string_view bytes) override;
  deploy::Result<std::string> receive(bool unsent) override;

  std::size_t open_handles() const { return open_.size(); }
  std::size_t count(sftp::Type type) const;

 private:
  struct Open {
    std::string path;
    std::vector<std::string> left;  ///< of a folder's entries
  };

  void take(std::string_view packet);
  std::string answer(sftp::Type type, std::uint32_t number, std::string_view fields);
  std::string act(const Asked& asked, std::uint32_t number, std::string_view fields);
  std::string read_file(const std::string& path, std::string_view rest, std::uint32_t number);
  std::string write_file(const std::string& path, std::string_view rest, std::uint32_t number);
  std::string rename_file(const Asked& asked, std::uint32_t number);
  std::string room_left() const;
  std::string open_file(const std::string& path, std::uint32_t flags, std::uint32_t number);
  std::string open_folder(const std::string& path, std::uint32_t number);
  std::string read_folder(Open& open, std::uint32_t number);
  std::string new_handle(Open open, std::uint32_t number);
  std::string attributes_of(const std::string& path) const;
  bool exists(const std::string& path) const { return files.contains(path) || folders.contains(path); }
  bool has_parent(const std::string& path) const;
  bool is_empty(const std::string& folder) const;

  std::string received_;
  std::vector<std::string> answers_;
  std::string giving_;
  std::size_t unanswered_ = 0;
  std::map<std::string, Open> open_;
  std::size_t handles_ = 0;
};

}  // namespace thidua::testing
