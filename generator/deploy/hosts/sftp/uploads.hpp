// Brings files to an SFTP server, many at once. Each goes through the same steps:
//   1. OPEN its temporary name; where the folder is missing, make it and OPEN once more
//   2. WRITE all of it and CLOSE, without waiting in between
//   3. once all that has been answered well, rename it to its own name, in one step where the server can
// What fails on the way leaves the file that was there before, and takes its temporary file with it.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "deploy/host.hpp"
#include "deploy/hosts/sftp/folders.hpp"
#include "deploy/hosts/sftp/place.hpp"
#include "deploy/hosts/sftp/protocol/client.hpp"
#include "deploy/hosts/sftp/source.hpp"

namespace thidua::deploy::sftp {

struct UploadManner {
  std::size_t at_once = 64;   ///< files under way at the same time
  bool makes_folders = true;  ///< where they are missing
};

/// One run of Host::put(). Everything given must live as long.
class Uploads {
 public:
  Uploads(Client& client, const Place& place, std::span<const Upload> files, const Each& each, UploadManner manner);

  /// Every file has had its `each` when this returns.
  void run(const std::function<bool()>& keep_going);

 private:
  struct Transfer {
    std::size_t index;
    Source source;
    std::string handle;
    std::uint64_t written = 0;
    std::size_t awaited = 0;  ///< answers to WRITE and CLOSE
    bool closed = false;      ///< nothing more is to be written
    bool folder_made = false;
    std::optional<Reply> folder_answer;  ///< to making the folder, where that failed
    std::optional<Failure> failure;
  };

  void start(std::size_t index);
  void open(Transfer& transfer);
  void opened(Transfer& transfer, const Reply& reply);
  void make_folder_of(Transfer& transfer);
  void not_opened(Transfer& transfer, const Reply& reply);
  void write_in_turn();
  bool write(Transfer& transfer);
  void answered(Transfer& transfer, const Reply& reply);
  void put_in_place(Transfer& transfer);
  void rename_around(Transfer& transfer);
  void in_place(Transfer& transfer, const Reply& reply);
  /// A failure whose status does not tell whether the host is full: asks for the room that is left.
  void ask_for_room(Transfer& transfer, Failure failure, bool while_writing);
  void give_up(Transfer& transfer, const Failure& failure);
  void end(Transfer& transfer, Done outcome);
  void end_all(const Failure& failure);

  const std::string& path(const Transfer& transfer) const { return files_[transfer.index].path; }
  std::string own_name(const Transfer& transfer) const { return place_.at(path(transfer)); }
  std::string arriving_name(const Transfer& transfer) const { return place_.at(temporary_name(path(transfer))); }

  Client& client_;
  const Place& place_;
  std::span<const Upload> files_;
  const Each& each_;
  UploadManner manner_;
  Folders folders_;
  std::size_t next_ = 0;
  std::map<std::size_t, Transfer> under_way_;  ///< by index
  std::deque<Transfer*> to_write_;             ///< open, in the order in which they get their turn
};

}  // namespace thidua::deploy::sftp
