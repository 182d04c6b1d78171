// FTP with explicit TLS, never without. A file arrives under a temporary name and is renamed over the old one, which
// servers on Unix do at once. Where a server does not, the old one is removed first: a gap of one operation.
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "deploy/hosts/ftps/server.hpp"
#include "deploy/hosts/paths.hpp"

namespace thidua::deploy {
namespace {

constexpr std::uint64_t kMostLockText = 64 * 1024;
constexpr unsigned kDeepest = 64;  ///< folders in folders; deeper only by a link that leads back
constexpr int kNotAvailable = 550;

bool says_not_there(const ftp::Failure& failure) {
  return failure.kind == ftp::FailureKind::reply && failure.code == kNotAvailable;
}

class FtpsHost final : public Host {
 public:
  FtpsHost(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience)
      : server_(target, secrets, jobs, patience) {}

  Ability ability() const override { return {.headers = false, .replaces_at_once = replaces_, .locks = true}; }

  Done connect() override {
    server_.forget_folders();
    const auto reply = server_.client().fetch({.commands = {"NOOP"}});
    return reply ? Done() : tl::make_unexpected(ftps::failure_of(reply.error(), "connect", ""));
  }

  Result<std::optional<std::string>> read(const std::string& path, std::uint64_t limit) override {
    auto reply = server_.client().fetch({.verb = ftp::Verb::retrieve, .path = server_.at(path), .limit = limit});
    if (reply) return std::move(reply->body);
    if (!says_not_there(reply.error())) return tl::make_unexpected(ftps::failure_of(reply.error(), "read", path));
    // The same is said of what may not be read; a size is told of what is there. In bytes, as servers demand.
    const auto size = server_.client().fetch({.commands = {"TYPE I", "SIZE " + server_.at(path)}});
    if (!size && size.error().kind == ftp::FailureKind::reply) return std::nullopt;
    return tl::make_unexpected(ftps::failure_of(size ? reply.error() : size.error(), "read", path));
  }

  Result<std::vector<Listed>> list() override {
    files_.clear();
    failed_.reset();
    start_listing("");
    finish();
    if (failed_) return tl::make_unexpected(*failed_);
    std::ranges::sort(files_, {}, &Listed::path);
    return std::move(files_);
  }

  void put(std::span<const Upload> files, const Each& each, const std::function<bool()>& keep_going) override {
    std::set<std::string> folders;
    for (const Upload& file : files) add_with_parents(folders, parent_of(file.path));
    const auto made = server_.make_folders(folders);
    std::size_t next = 0;
    while (made && next < files.size() && keep_going()) {
      if (server_.client().has_room()) {
        start_put(files[next], next, each);
        ++next;
      } else {
        server_.client().step();
      }
    }
    finish();
    for (; next < files.size(); ++next) {
      const Failure late{FailureKind::passing, "put", files[next].path, "not tried any more"};
      each(next, tl::make_unexpected(made ? late : made.error()));
    }
  }

  void remove(std::span<const std::string> paths, const Each& each) override {
    std::set<std::string> folders;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      add_with_parents(folders, parent_of(paths[i]));
      start_removal(paths[i], i, each);
    }
    finish();
    server_.forget_folders();
    remove_empty(folders);
  }

  // A server says of a lock that is there the same as of one that may not be made.
  Result<bool> make_lock(const std::string& text) override {
    if (const auto made = server_.make_folders({}); !made) return tl::make_unexpected(made.error());
    const auto reply = server_.client().fetch({.commands = {"MKD " + server_.at(kLockName)}});
    if (!reply) {
      const auto there = says_not_there(reply.error()) ? lock_is_there() : false;
      if (!there) return tl::make_unexpected(there.error());
      if (*there) return false;
      return tl::make_unexpected(ftps::failure_of(reply.error(), "lock", kLockName));
    }
    if (const auto written = renew_lock(text); !written) return tl::make_unexpected(written.error());
    return true;
  }

  Result<std::optional<std::string>> read_lock() override {
    auto text = read(owner(), kMostLockText);
    if (!text || *text) return text;
    const auto there = lock_is_there();
    if (!there) return tl::make_unexpected(there.error());
    return *there ? std::optional(std::string()) : std::nullopt;
  }

  Done renew_lock(const std::string& text) override {
    // Straight to its name: not every server replaces by renaming, and a half text is taken for one in the making.
    const auto reply =
        server_.client().fetch({.verb = ftp::Verb::store, .path = server_.at(owner()), .body = std::string_view(text)});
    return reply ? Done() : tl::make_unexpected(ftps::failure_of(reply.error(), "lock", owner()));
  }

  Done remove_lock() override {
    const auto reply =
        server_.client().fetch({.commands = {"*DELE " + server_.at(owner()), "RMD " + server_.at(kLockName)}});
    if (reply) return {};
    const auto there = says_not_there(reply.error()) ? lock_is_there() : true;
    if (there && !*there) return {};
    return tl::make_unexpected(ftps::failure_of(reply.error(), "unlock", kLockName));
  }

 private:
  static std::string owner() { return std::string(kLockName) + "/owner"; }

  void finish() {
    while (!server_.client().none()) server_.client().step();
  }

  /// By its name in the list of the target's folder, for servers answer a question about one name in many ways.
  Result<bool> lock_is_there() {
    const auto reply = server_.client().fetch(server_.listing(""));
    if (!reply && says_not_there(reply.error())) return false;
    if (!reply) return tl::make_unexpected(ftps::failure_of(reply.error(), "lock", kLockName));
    return std::ranges::any_of(ftps::read_members(reply->body),
                               [](const ftps::Member& member) { return member.name == kLockName; });
  }

  ftp::Order storing(const std::string& path, http::Body body) const {
    const std::string arriving = server_.at(temporary_name(path));
    return {.verb = ftp::Verb::store,
            .path = arriving,
            .body = std::move(body),
            .commands = {"RNFR " + arriving, "RNTO " + server_.at(path)}};
  }

  void start_put(const Upload& file, std::size_t index, const Each& each) {
    http::Body body = std::string_view(file.bytes);
    if (!file.file.empty()) body = http::FileBody{file.file, file.size};
    server_.client().start(storing(file.path, std::move(body)), [this, &file, index, &each](const auto& reply) {
      if (reply) return each(index, {});
      if (says_not_there(reply.error()) && reply.error().stored) return start_replacing(file, index, each);
      server_.forget_folders();
      each(index, tl::make_unexpected(ftps::failure_of(reply.error(), "put", file.path)));
    });
  }

  void start_replacing(const Upload& file, std::size_t index, const Each& each) {
    const std::string at = server_.at(file.path);
    ftp::Order order{.commands = {"DELE " + at, "RNFR " + server_.at(temporary_name(file.path)), "RNTO " + at}};
    server_.client().start(std::move(order), [this, &file, index, &each](const auto& reply) {
      if (!reply) return each(index, tl::make_unexpected(ftps::failure_of(reply.error(), "rename", file.path)));
      replaces_ = false;
      each(index, {});
    });
  }

  void start_listing(const std::string& folder) {
    server_.client().start(server_.listing(folder), [this, folder](const auto& reply) {
      if (!reply && says_not_there(reply.error())) return;  // gone meanwhile, or never made
      if (!reply) failed_ = ftps::failure_of(reply.error(), "list", folder);
      if (failed_) return;
      for (const ftps::Member& member : ftps::read_members(reply->body)) {
        take(folder.empty() ? member.name : folder + '/' + member.name, member);
      }
    });
  }

  void take(const std::string& path, const ftps::Member& member) {
    if (!member.is_folder) {
      files_.push_back({path, member.size});
    } else if (depth_of(path) < kDeepest) {
      start_listing(path);
    } else {
      failed_ = Failure{FailureKind::unsupported, "list", path, "folders lie too deep in each other"};
    }
  }

  void start_removal(const std::string& path, std::size_t index, const Each& each) {
    server_.client().start({.commands = {"DELE " + server_.at(path)}}, [this, &path, index, &each](const auto& reply) {
      if (reply) return each(index, {});
      if (!says_not_there(reply.error())) {
        return each(index, tl::make_unexpected(ftps::failure_of(reply.error(), "remove", path)));
      }
      start_asking(path, index, each, ftps::failure_of(reply.error(), "remove", path));
    });
  }

  /// Not there, or not to be removed: a size is told of what is there. Asked in the form of bytes, as servers demand.
  void start_asking(const std::string& path, std::size_t index, const Each& each, const Failure& failure) {
    server_.client().start({.commands = {"TYPE I", "SIZE " + server_.at(path)}},
                           [index, &each, failure](const auto& reply) {
                             const bool gone = !reply && says_not_there(reply.error());
                             each(index, gone ? Done() : tl::make_unexpected(failure));
                           });
  }

  /// A server removes no folder that has something in it.
  void remove_empty(const std::set<std::string>& folders) {
    std::vector<std::string> deepest_first(folders.begin(), folders.end());
    std::ranges::stable_sort(deepest_first, std::greater(), depth_of);
    ftp::Order order;
    for (const std::string& folder : deepest_first) order.commands.push_back("*RMD " + server_.at(folder));
    if (!order.commands.empty()) server_.client().fetch(std::move(order));
  }

  ftps::Server server_;
  std::vector<Listed> files_;
  std::optional<Failure> failed_;
  bool replaces_ = true;
};

}  // namespace

std::unique_ptr<Host> open_ftps(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience) {
  return std::make_unique<FtpsHost>(target, secrets, jobs, patience);
}

}  // namespace thidua::deploy
