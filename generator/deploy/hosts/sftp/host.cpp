// An SFTP server as a host: what it is asked is in the files beside this one; here are the connection and the lock.
#include "deploy/host.hpp"

#include <algorithm>
#include <utility>

#include "deploy/hosts/sftp/fetch.hpp"
#include "deploy/hosts/sftp/folders.hpp"
#include "deploy/hosts/sftp/host.hpp"
#include "deploy/hosts/sftp/removals.hpp"
#include "deploy/hosts/sftp/ssh/session.hpp"
#include "deploy/hosts/sftp/uploads.hpp"
#include "deploy/hosts/sftp/walk.hpp"
#include "deploy/hosts/sftp/words.hpp"

namespace thidua::deploy {
namespace sftp {
namespace {

constexpr std::uint64_t kLongestLock = 64 * 1024;  // bytes
const std::string kLock = kLockName;
const std::string kOwner = kLock + "/owner";

bool is(const Reply& reply, Code code) { return reply.type == Type::status && reply.code == code; }

/// Files under way at once: a file takes three answers one after the other, so that distance is what bounds the rate.
/// Each may hold a handle, of which servers give a few hundred.
std::size_t files_at_once(unsigned jobs) { return std::clamp<std::size_t>(jobs * std::size_t{32}, 64, 256); }

/// Where the network stays away: whatever is asked fails in passing.
class NoConnection final : public Channel {
 public:
  Result<std::size_t> send(std::string_view) override { return tl::make_unexpected(lost()); }
  Result<std::string> receive(bool) override { return tl::make_unexpected(lost()); }

 private:
  static Failure lost() { return {FailureKind::passing, "connect", "", "there is no connection"}; }
};

class SftpHost : public Host {
 public:
  SftpHost(Connect connect, std::string folder, unsigned jobs)
      : connect_(std::move(connect)), place_(std::move(folder)), at_once_(files_at_once(jobs)) {
    talk_over(std::make_unique<NoConnection>());
  }

  Ability ability() const override {
    return {.headers = false, .replaces_at_once = client_->version().offers(kPosixRename), .locks = true};
  }

  Done connect() override {
    talk_over(std::make_unique<NoConnection>());
    auto channel = connect_();
    if (!channel) return tl::make_unexpected(channel.error());
    talk_over(std::move(*channel));
    return client_->begin();
  }

  Result<std::optional<std::string>> read(const std::string& path, std::uint64_t limit) override {
    return fetch(*client_, place_.at(path), path, limit);
  }

  Result<std::vector<Listed>> list() override { return walk(*client_, place_); }

  void put(std::span<const Upload> files, const Each& each, const std::function<bool()>& keep_going) override {
    Uploads(*client_, place_, files, each, {.at_once = at_once_}).run(keep_going);
  }

  void remove(std::span<const std::string> paths, const Each& each) override {
    remove_files(*client_, place_, paths, each);
  }

  Result<bool> make_lock(const std::string& text) override {
    auto reply = client_->ask_and_wait(make_folder(place_.at(kLock)));
    if (reply && is(*reply, Code::no_such_file)) reply = make_lock_with_folders();
    if (!reply) return tl::make_unexpected(reply.error());
    if (!is(*reply, Code::ok)) return taken_or_failed(*reply);
    Done written = write_owner(text);
    if (written) return true;
    (void)client_->ask_and_wait(remove_folder(place_.at(kLock)));
    return tl::make_unexpected(written.error());
  }

  Result<std::optional<std::string>> read_lock() override {
    const auto there = has_lock();
    if (!there) return tl::make_unexpected(there.error());
    if (!*there) return std::nullopt;
    auto owner = fetch(*client_, place_.at(kOwner), kOwner, kLongestLock);
    if (owner && !*owner) return std::optional<std::string>(std::string());
    return owner;
  }

  Done renew_lock(const std::string& text) override { return write_owner(text); }

  Done remove_lock() override {
    for (const std::string& file : {temporary_name(kOwner), kOwner}) {
      const auto reply = client_->ask_and_wait(sftp::remove(place_.at(file)));
      if (!reply) return tl::make_unexpected(reply.error());
      if (!is(*reply, Code::ok) && !is(*reply, Code::no_such_file)) return unlocked(*reply);
    }
    const auto reply = client_->ask_and_wait(remove_folder(place_.at(kLock)));
    if (!reply) return tl::make_unexpected(reply.error());
    return unlocked(*reply);
  }

 private:
  void talk_over(std::unique_ptr<Channel> channel) {
    client_.reset();
    channel_ = std::move(channel);
    client_ = std::make_unique<Client>(*channel_);
  }

  Result<Reply> make_lock_with_folders() {
    Folders folders(*client_);
    folders.make(place_.folder(), [](const Reply&) {});
    return client_->ask_and_wait(make_folder(place_.at(kLock)));
  }

  /// MKDIR fails alike where the folder is there and where something else is wrong.
  Result<bool> taken_or_failed(const Reply& refusal) {
    const auto there = has_lock();
    if (!there) return tl::make_unexpected(there.error());
    if (*there) return false;
    return tl::make_unexpected(failure_of(refusal, "lock", kLock));
  }

  Result<bool> has_lock() {
    const auto reply = client_->ask_and_wait(status_of(place_.at(kLock)));
    if (!reply) return tl::make_unexpected(reply.error());
    if (reply->type == Type::attributes) return true;
    if (is(*reply, Code::no_such_file)) return false;
    return tl::make_unexpected(failure_of(*reply, "lock", kLock));
  }

  /// Into the folder that is there: a lock that is gone is not made by this.
  Done write_owner(const std::string& text) {
    Done written;
    const Each each = [&](std::size_t, Done outcome) { written = std::move(outcome); };
    const Upload owner{.path = kOwner, .bytes = text, .size = text.size()};
    Uploads(*client_, place_, {&owner, 1}, each, {.makes_folders = false}).run([] { return true; });
    return written;
  }

  static Done unlocked(const Reply& reply) {
    if (is(reply, Code::ok) || is(reply, Code::no_such_file)) return {};
    return tl::make_unexpected(failure_of(reply, "unlock", kLock));
  }

  Connect connect_;
  Place place_;
  std::size_t at_once_;
  std::unique_ptr<Channel> channel_;
  std::unique_ptr<Client> client_;
};

}  // namespace

std::unique_ptr<Host> make_host(Connect connect, const std::string& folder, unsigned jobs) {
  return std::make_unique<SftpHost>(std::move(connect), folder, jobs);
}

}  // namespace sftp

std::unique_ptr<Host> open_sftp(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience) {
  return sftp::make_host([=] { return sftp::open_session(target, secrets, patience); }, target.folder, jobs);
}

}  // namespace thidua::deploy
