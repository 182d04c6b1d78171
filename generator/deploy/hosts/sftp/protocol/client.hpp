// Asks an SFTP server many things at once and hands each answer to whoever asked.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

#include "deploy/failure.hpp"
#include "deploy/hosts/sftp/protocol/channel.hpp"
#include "deploy/hosts/sftp/protocol/packets.hpp"

namespace thidua::deploy::sftp {

/// How many bytes of requests may be on their way without an answer before long ones have to wait (short ones never
/// do): what OpenSSH lets a channel hold.
inline constexpr std::size_t kMostUnanswered = 2 * 1024 * 1024;

/// One conversation over one channel. After the first failure it is over: nothing is answered any more.
class Client {
 public:
  using Answer = std::function<void(const Reply&)>;

  /// The channel must live as long.
  explicit Client(Channel& channel) : channel_(channel) {}

  /// Agrees on version 3 and learns what the server offers. Called once, before everything else.
  Done begin();
  const Version& version() const { return version_; }

  /// Puts a request in line. `answer` is called once from within pump(), and may ask more; never, where the
  /// conversation ends before.
  void ask(const Request& request, Answer answer);

  /// Whether `bytes` more may go without an answer to what went before. One request always may.
  bool has_room_for(std::size_t bytes) const {
    return unanswered_bytes_ == 0 || unanswered_bytes_ + bytes <= kMostUnanswered;
  }
  std::size_t unanswered() const { return waiting_.size(); }

  /// Sends what is in line, waits for something to arrive, and hands out the answers.
  Done pump();
  /// Until everything is answered.
  Done settle();
  /// Asks, and waits for the answer to this and to everything else.
  Result<Reply> ask_and_wait(const Request& request);

 private:
  struct Waiting {
    std::size_t bytes = 0;
    Answer answer;
  };

  Done send_line();
  Done receive_more();
  Done hand_out(const Reply& reply);
  Done fail(Failure failure);

  Channel& channel_;
  Version version_;
  Splitter splitter_;
  std::string line_;      ///< asked, not yet sent
  std::size_t sent_ = 0;  ///< of the line
  std::uint32_t number_ = 0;
  std::size_t unanswered_bytes_ = 0;
  std::unordered_map<std::uint32_t, Waiting> waiting_;
  std::optional<Failure> over_;  ///< why nothing is answered any more
};

}  // namespace thidua::deploy::sftp
