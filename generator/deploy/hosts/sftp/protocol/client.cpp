#include "deploy/hosts/sftp/protocol/client.hpp"

#include <utility>

namespace thidua::deploy::sftp {
namespace {

constexpr std::uint32_t kVersion = 3;

/// A server that cannot be understood will not be understood next time either.
Failure misunderstood(const Misread& why) {
  return {FailureKind::unsupported, "connect", "", "the host does not speak SFTP as it should: it sent " + why};
}

}  // namespace

Done Client::begin() {
  line_ += encode_init();
  while (true) {
    if (Done sent = send_line(); !sent) return sent;
    if (Done received = receive_more(); !received) return received;
    const auto packet = splitter_.next();
    if (!packet)
      return fail(misunderstood(packet.error() + ", perhaps text that a start-up file of the account prints"));
    if (!*packet) continue;
    auto version = decode_version(**packet);
    if (!version) return fail(misunderstood(version.error()));
    if (version->number != kVersion) return fail(misunderstood("version " + std::to_string(version->number)));
    version_ = std::move(*version);
    return {};
  }
}

void Client::ask(const Request& request, Answer answer) {
  const std::string packet = encode(request, ++number_);
  line_ += packet;
  unanswered_bytes_ += packet.size();
  waiting_.emplace(number_, Waiting{packet.size(), std::move(answer)});
}

Done Client::pump() {
  if (over_) return tl::make_unexpected(*over_);
  if (Done sent = send_line(); !sent) return sent;
  if (waiting_.empty()) return {};
  if (Done received = receive_more(); !received) return received;
  while (true) {
    const auto packet = splitter_.next();
    if (!packet) return fail(misunderstood(packet.error()));
    if (!*packet) return {};
    const auto reply = decode(**packet);
    if (!reply) return fail(misunderstood(reply.error()));
    if (Done handed = hand_out(*reply); !handed) return handed;
  }
}

Done Client::settle() {
  while (!waiting_.empty()) {
    if (Done pumped = pump(); !pumped) return pumped;
  }
  return {};
}

Result<Reply> Client::ask_and_wait(const Request& request) {
  Reply kept;
  ask(request, [&](const Reply& reply) { kept = reply; });
  if (Done settled = settle(); !settled) return tl::make_unexpected(settled.error());
  return kept;
}

Done Client::send_line() {
  if (sent_ == line_.size()) return {};
  const auto taken = channel_.send(std::string_view(line_).substr(sent_));
  if (!taken) return fail(taken.error());
  sent_ += *taken;
  if (sent_ == line_.size() || sent_ > kMostUnanswered) {
    line_.erase(0, sent_);
    sent_ = 0;
  }
  return {};
}

Done Client::receive_more() {
  const auto bytes = channel_.receive(sent_ < line_.size());
  if (!bytes) return fail(bytes.error());
  splitter_.add(*bytes);
  return {};
}

Done Client::hand_out(const Reply& reply) {
  const auto found = waiting_.find(reply.number);
  if (found == waiting_.end()) return fail(misunderstood("an answer to what was not asked"));
  const Waiting waiting = std::move(found->second);
  waiting_.erase(found);
  unanswered_bytes_ -= waiting.bytes;
  waiting.answer(reply);
  return {};
}

Done Client::fail(Failure failure) {
  over_ = std::move(failure);
  waiting_.clear();  // the answers refer to what their askers may take away with them
  return tl::make_unexpected(*over_);
}

}  // namespace thidua::deploy::sftp
