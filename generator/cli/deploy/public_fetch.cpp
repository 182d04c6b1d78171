#include "cli/deploy/public_fetch.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "base/http/client.hpp"
#include "base/http/url.hpp"

namespace thidua::cli {
namespace {

/// A client is one thread's; it is kept for its connections.
class Clients {
 public:
  explicit Clients(http::ClientOptions options) : options_(std::move(options)) {}

  http::Client& own() {
    const std::lock_guard lock(mutex_);
    auto& client = clients_[std::this_thread::get_id()];
    if (client == nullptr) client = std::make_unique<http::Client>(options_);
    return *client;
  }

 private:
  const http::ClientOptions options_;
  std::mutex mutex_;
  std::map<std::thread::id, std::unique_ptr<http::Client>> clients_;
};

}  // namespace

deploy::Fetch public_fetch(const deploy::Target& target, const std::string& address) {
  constexpr std::uint64_t kLongest = 256 << 20;
  constexpr unsigned kRedirects = 5;  // from http to https, to the name with www
  http::ClientOptions options{.transfers = 1, .authorities = target.authorities, .patience = {}, .rules = {}};
  // A portal of one's own network may be read back; a redirect leads to no other machine in it.
  options.rules.reach = http::Reach::public_only;
  if (const auto url = http::parse_url(address)) options.rules.allowed = {url->place(), url->host + ":443"};
  const auto clients = std::make_shared<Clients>(std::move(options));
  return [clients](const std::string& url) -> deploy::Fetched {
    http::Request request{.url = url, .limit = kLongest, .redirects = kRedirects, .compressed = true};
    request.headers.emplace_back("Cache-Control", "no-cache");
    auto answer = clients->own().fetch(std::move(request));
    if (!answer) return {0, std::string(name_of(answer.error().kind)) + ": " + answer.error().words};
    return {answer->status, std::move(answer->body)};
  };
}

}  // namespace thidua::cli
