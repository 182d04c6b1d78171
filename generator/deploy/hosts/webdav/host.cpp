// WebDAV (RFC 4918), as Apache, nginx and file services offer it. A file is put straight to its name: on the servers
// that were tried a reader sees the old or the new one, and MOVE over an existing file leaves a gap on Apache.
#include <memory>
#include <utility>

#include "deploy/hosts/over_http.hpp"
#include "deploy/hosts/paths.hpp"
#include "deploy/hosts/webdav/server.hpp"
#include "deploy/hosts/webdav/walk.hpp"

namespace thidua::deploy {
namespace {

constexpr std::uint64_t kMostLockText = 64 * 1024;

class WebdavHost final : public Host {
 public:
  WebdavHost(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience)
      : server_(target, secrets, jobs, patience) {}

  Ability ability() const override { return {.headers = false, .replaces_at_once = true, .locks = true}; }

  Done connect() override {
    server_.forget_folders();
    return server_.prove();
  }

  Result<std::optional<std::string>> read(const std::string& path, std::uint64_t limit) override {
    http::Request request = server_.request("GET", path);
    request.limit = limit;
    auto answer = server_.client().fetch(std::move(request));
    if (!answer) return tl::make_unexpected(failure_of(answer.error(), "read", path));
    if (answer->status == 404) return std::nullopt;
    if (answer->status != 200) return tl::make_unexpected(failure_of(*answer, "read", path));
    return std::move(answer->body);
  }

  Result<std::vector<Listed>> list() override { return webdav::walk(server_); }

  void put(std::span<const Upload> files, const Each& each, const std::function<bool()>& keep_going) override {
    std::set<std::string> folders;
    for (const Upload& file : files) add_with_parents(folders, parent_of(file.path));
    if (const auto made = server_.make_folders(folders); !made) {
      for (std::size_t i = 0; i < files.size(); ++i) each(i, made);
      return;
    }
    put_each(server_.client(), files, each, keep_going, [&](std::size_t i) { start_put(files[i], i, each); });
  }

  void remove(std::span<const std::string> paths, const Each& each) override {
    std::set<std::string> folders;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      add_with_parents(folders, parent_of(paths[i]));
      server_.client().start(server_.request("DELETE", paths[i]), [&, i](const http::Result<http::Answer>& answer) {
        each(i, done_or_gone(answer, "remove", paths[i]));
      });
    }
    finish(server_.client());
    server_.forget_folders();
    webdav::remove_empty(server_, folders);
  }

  Result<bool> make_lock(const std::string& text) override {
    if (const auto made = server_.make_folders({}); !made) return tl::make_unexpected(made.error());
    const auto answer = server_.client().fetch(server_.folder_request("MKCOL", kLockName));
    if (!answer) return tl::make_unexpected(failure_of(answer.error(), "lock", kLockName));
    if (answer->status == 405) return false;
    if (answer->status != 201) return tl::make_unexpected(failure_of(*answer, "lock", kLockName));
    if (const auto written = renew_lock(text); !written) return tl::make_unexpected(written.error());
    return true;
  }

  Result<std::optional<std::string>> read_lock() override {
    auto text = read(owner(), kMostLockText);
    if (!text || *text) return text;
    const auto there = server_.is_there(kLockName);
    if (!there) return tl::make_unexpected(there.error());
    return *there ? std::optional(std::string()) : std::nullopt;
  }

  Done renew_lock(const std::string& text) override {
    http::Request request = server_.request("PUT", owner());
    request.body = std::string_view(text);
    const auto answer = server_.client().fetch(std::move(request));
    if (!answer) return tl::make_unexpected(failure_of(answer.error(), "lock", owner()));
    if (!is_success(*answer)) return tl::make_unexpected(failure_of(*answer, "lock", owner()));
    return {};
  }

  Done remove_lock() override {
    return done_or_gone(server_.client().fetch(server_.folder_request("DELETE", kLockName)), "unlock", kLockName);
  }

 private:
  static std::string owner() { return std::string(kLockName) + "/owner"; }

  static Done done_or_gone(const http::Result<http::Answer>& answer, const char* operation, const std::string& path) {
    if (!answer) return tl::make_unexpected(failure_of(answer.error(), operation, path));
    if (is_success(*answer) || answer->status == 404) return {};
    return tl::make_unexpected(failure_of(*answer, operation, path));
  }

  void start_put(const Upload& file, std::size_t index, const Each& each) {
    http::Request request = server_.request("PUT", file.path);
    request.body = body_of(file);
    server_.client().start(std::move(request), [this, &file, index, &each](const http::Result<http::Answer>& answer) {
      if (answer && is_success(*answer)) return each(index, {});
      server_.forget_folders();
      each(index,
           tl::make_unexpected(answer ? not_put(*answer, file.path) : failure_of(answer.error(), "put", file.path)));
    });
  }

  /// Servers say of a missing folder 409, as they should, or 404, or, nginx, 500; it is made before the next try.
  static Failure not_put(const http::Answer& answer, const std::string& path) {
    Failure failure = failure_of(answer, "put", path);
    if (failure.kind == FailureKind::missing) failure.kind = FailureKind::passing;
    return failure;
  }

  webdav::Server server_;
};

}  // namespace

std::unique_ptr<Host> open_webdav(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience) {
  return std::make_unique<WebdavHost>(target, secrets, jobs, patience);
}

}  // namespace thidua::deploy
