#include "deploy/hosts/sftp/walk.hpp"

#include <algorithm>
#include <deque>
#include <optional>

#include "deploy/hosts/sftp/words.hpp"

namespace thidua::deploy::sftp {
namespace {

constexpr std::size_t kMostOpen = 64;  // folders

bool is(const Reply& reply, Code code) { return reply.type == Type::status && reply.code == code; }

class Walk {
 public:
  Walk(Client& client, const Place& place) : client_(client), place_(place) {}

  Result<std::vector<Listed>> all() {
    folders_.push_back("");
    while (!failure_ && (!folders_.empty() || open_ > 0)) {
      while (!folders_.empty() && open_ < kMostOpen) begin_next();
      if (Done pumped = client_.pump(); !pumped) return tl::make_unexpected(pumped.error());
    }
    if (Done settled = client_.settle(); !settled) return tl::make_unexpected(settled.error());
    if (failure_) return tl::make_unexpected(*failure_);
    std::sort(files_.begin(), files_.end(), [](const Listed& a, const Listed& b) { return a.path < b.path; });
    return std::move(files_);
  }

 private:
  void begin_next() {
    const std::string folder = folders_.front();
    folders_.pop_front();
    ++open_;
    client_.ask(open_folder(folder.empty() ? place_.folder() : place_.at(folder)), [this, folder](const Reply& reply) {
      if (reply.type == Type::handle) return read_on(folder, reply.text);
      if (!is(reply, Code::no_such_file)) fail(reply, folder);
      --open_;
    });
  }

  void read_on(const std::string& folder, const std::string& handle) {
    client_.ask(read_folder(handle), [this, folder, handle](const Reply& reply) {
      if (reply.type == Type::name && !failure_) {
        for (const NamedEntry& entry : reply.names) take(folder, entry);
        return read_on(folder, handle);
      }
      if (reply.type != Type::name && !is(reply, Code::eof)) fail(reply, folder);
      client_.ask(close(handle), [](const Reply&) {});
      --open_;
    });
  }

  void take(const std::string& folder, const NamedEntry& entry) {
    if (entry.name == "." || entry.name == "..") return;
    if (entry.name.empty() || entry.name.find_first_of(std::string_view("/\0", 2)) != std::string::npos) {
      failure_ = out_of_place("list", folder);
      return;
    }
    const std::string path = folder.empty() ? entry.name : folder + "/" + entry.name;
    if (path == kLockName) return;
    if (entry.attributes.permissions) return take_known(path, entry.attributes);
    client_.ask(status_of(place_.at(path)), [this, path](const Reply& reply) {
      if (reply.type == Type::attributes) return take_known(path, reply.attributes);
      if (!is(reply, Code::no_such_file)) fail(reply, path);
    });
  }

  void take_known(const std::string& path, const Attributes& attributes) {
    if (attributes.is_folder()) {
      folders_.push_back(path);
    } else {
      files_.push_back({path, attributes.size.value_or(0)});
    }
  }

  void fail(const Reply& reply, const std::string& path) {
    if (!failure_) failure_ = failure_of(reply, "list", path);
  }

  Client& client_;
  const Place& place_;
  std::deque<std::string> folders_;  ///< found, not yet opened
  std::size_t open_ = 0;
  std::vector<Listed> files_;
  std::optional<Failure> failure_;
};

}  // namespace

Result<std::vector<Listed>> walk(Client& client, const Place& place) { return Walk(client, place).all(); }

}  // namespace thidua::deploy::sftp
