#include "deploy/hosts/sftp/uploads.hpp"

#include <algorithm>
#include <utility>

#include "deploy/hosts/sftp/words.hpp"

namespace thidua::deploy::sftp {
namespace {

constexpr std::size_t kPiece = 32768;  // bytes in a WRITE: the longest that every server takes

bool is_ok(const Reply& reply) { return reply.type == Type::status && reply.code == Code::ok; }

bool is(const Reply& reply, Code code) { return reply.type == Type::status && reply.code == code; }

/// What the room that is left makes of a failure without a reason of its own.
Failure with_room(Failure failure, const std::optional<Room>& room, std::uint64_t needed, bool while_writing) {
  if (room && (room->bytes < std::max<std::uint64_t>(needed, 1) || room->files == 0)) {
    failure.kind = FailureKind::full;
    failure.words += "; the host has room for " + std::to_string(room->bytes) + " bytes and " +
                     std::to_string(room->files) + " files more";
  } else if (while_writing) {
    failure.kind = FailureKind::full;
    failure.words +=
        room ? "; there is room in the file system, so it may be a quota" : "; the disk or a quota may be full";
  }
  return failure;
}

}  // namespace

Uploads::Uploads(Client& client, const Place& place, std::span<const Upload> files, const Each& each,
                 UploadManner manner)
    : client_(client), place_(place), files_(files), each_(each), manner_(manner), folders_(client) {}

void Uploads::run(const std::function<bool()>& keep_going) {
  bool going = true;
  while (true) {
    while (going && next_ < files_.size() && under_way_.size() < manner_.at_once) {
      going = keep_going();
      if (going) start(next_++);
    }
    if (under_way_.empty()) break;
    write_in_turn();
    if (const Done pumped = client_.pump(); !pumped) {
      end_all(pumped.error());
      return;
    }
  }
  const Done settled = client_.settle();  // temporary files that are being removed
  end_all(settled ? Failure{FailureKind::passing, "put", "", "not tried"} : settled.error());
}

void Uploads::start(std::size_t index) {
  auto source = Source::open(files_[index]);
  if (!source) return each_(index, tl::make_unexpected(source.error()));
  const auto [place, fresh] = under_way_.emplace(index, Transfer{index, std::move(*source)});
  open(place->second);
}

void Uploads::open(Transfer& transfer) {
  client_.ask(open_for_writing(arriving_name(transfer)), [&](const Reply& reply) { opened(transfer, reply); });
}

void Uploads::opened(Transfer& transfer, const Reply& reply) {
  if (reply.type == Type::handle) {
    transfer.handle = reply.text;
    to_write_.push_back(&transfer);
  } else if (is(reply, Code::no_such_file) && manner_.makes_folders && !transfer.folder_made) {
    make_folder_of(transfer);
  } else {
    not_opened(transfer, reply);
  }
}

void Uploads::make_folder_of(Transfer& transfer) {
  transfer.folder_made = true;
  folders_.make(std::string(folder_of(own_name(transfer))), [&](const Reply& reply) {
    if (!is_ok(reply)) transfer.folder_answer = reply;
    open(transfer);
  });
}

/// Where the folder is missing still, what hindered it from being made says more.
void Uploads::not_opened(Transfer& transfer, const Reply& reply) {
  const bool by_folder = is(reply, Code::no_such_file) && transfer.folder_answer;
  const Reply& telling = by_folder ? *transfer.folder_answer : reply;
  Failure failure = failure_of(telling, by_folder ? "make folder" : "open", path(transfer));
  if (is(telling, Code::failure)) return ask_for_room(transfer, std::move(failure), false);
  end(transfer, tl::make_unexpected(std::move(failure)));
}

void Uploads::write_in_turn() {
  while (!to_write_.empty() && write(*to_write_.front())) to_write_.pop_front();
}

/// False where the rest has to wait for answers to what is on its way.
bool Uploads::write(Transfer& transfer) {
  const auto answer = [&](const Reply& reply) { answered(transfer, reply); };
  while (transfer.source.left() > 0 && !transfer.failure) {
    const std::size_t piece = static_cast<std::size_t>(std::min<std::uint64_t>(transfer.source.left(), kPiece));
    if (!client_.has_room_for(piece)) return false;
    const auto bytes = transfer.source.next(piece);
    if (!bytes) {
      transfer.failure = bytes.error();
      break;
    }
    client_.ask(sftp::write(transfer.handle, transfer.written, *bytes), answer);
    transfer.written += piece;
    ++transfer.awaited;
  }
  client_.ask(close(transfer.handle), answer);
  ++transfer.awaited;
  transfer.closed = true;
  return true;
}

void Uploads::answered(Transfer& transfer, const Reply& reply) {
  --transfer.awaited;
  if (!is_ok(reply) && !transfer.failure) transfer.failure = failure_of(reply, "write", path(transfer));
  if (transfer.awaited > 0 || !transfer.closed) return;
  if (!transfer.failure) return put_in_place(transfer);
  if (transfer.failure->kind == FailureKind::passing) return ask_for_room(transfer, *transfer.failure, true);
  give_up(transfer, *transfer.failure);
}

void Uploads::put_in_place(Transfer& transfer) {
  if (!client_.version().offers(kPosixRename)) return rename_around(transfer);
  client_.ask(replace(arriving_name(transfer), own_name(transfer)),
              [&](const Reply& reply) { in_place(transfer, reply); });
}

/// The file that is there goes only if it hinders, and only just before: the two requests travel together.
void Uploads::rename_around(Transfer& transfer) {
  client_.ask(rename(arriving_name(transfer), own_name(transfer)), [&](const Reply& first) {
    if (!is(first, Code::failure) && !is(first, Code::file_exists)) return in_place(transfer, first);
    client_.ask(remove(own_name(transfer)), [](const Reply&) {});
    client_.ask(rename(arriving_name(transfer), own_name(transfer)),
                [&](const Reply& second) { in_place(transfer, second); });
  });
}

void Uploads::in_place(Transfer& transfer, const Reply& reply) {
  if (is_ok(reply)) return end(transfer, {});
  give_up(transfer, failure_of(reply, "rename", path(transfer)));
}

void Uploads::ask_for_room(Transfer& transfer, Failure failure, bool while_writing) {
  const std::uint64_t needed = transfer.source.left();
  if (!client_.version().offers(kFileSystemStatus)) {
    return give_up(transfer, with_room(std::move(failure), std::nullopt, needed, while_writing));
  }
  const std::string folder(folder_of(own_name(transfer)));
  client_.ask(room_around(folder.empty() ? "." : folder), [&, failure, needed, while_writing](const Reply& reply) {
    const auto room = reply.type == Type::extended_reply ? decode_room(reply.text) : tl::make_unexpected(Misread());
    give_up(transfer, with_room(failure, room ? std::optional(*room) : std::nullopt, needed, while_writing));
  });
}

void Uploads::give_up(Transfer& transfer, const Failure& failure) {
  client_.ask(remove(arriving_name(transfer)), [](const Reply&) {});
  end(transfer, tl::make_unexpected(failure));
}

void Uploads::end(Transfer& transfer, Done outcome) {
  const std::size_t index = transfer.index;
  under_way_.erase(index);
  each_(index, std::move(outcome));
}

/// Those under way, and those that were not begun.
void Uploads::end_all(const Failure& failure) {
  to_write_.clear();
  const auto ended = std::exchange(under_way_, {});
  const auto tell = [&](std::size_t index) {
    Failure own = failure;
    own.path = files_[index].path;
    each_(index, tl::make_unexpected(std::move(own)));
  };
  for (const auto& [index, transfer] : ended) tell(index);
  for (; next_ < files_.size(); ++next_) tell(next_);
}

}  // namespace thidua::deploy::sftp
