#include "deploy/hosts/over_http.hpp"

#include <fmt/format.h>

#include <chrono>

namespace thidua::deploy {
namespace {

/// `by` a failure to ask at all.
FailureKind kind_of(http::FailureKind kind) {
  switch (kind) {
    case http::FailureKind::resolve:
    case http::FailureKind::connect:
    case http::FailureKind::timeout:
    case http::FailureKind::cut:
      return FailureKind::passing;
    case http::FailureKind::certificate:
    case http::FailureKind::tls:
    case http::FailureKind::refused_scheme:
    case http::FailureKind::refused_address:
      return FailureKind::distrusted;
    case http::FailureKind::local:
      return FailureKind::refused;
    default:
      return FailureKind::unsupported;
  }
}

FailureKind kind_of(int status) {
  switch (status) {
    case 401:
    case 403:
    case 423:  // locked by another WebDAV client
      return FailureKind::refused;
    case 404:
    case 410:
      return FailureKind::missing;
    case 408:
    case 409:  // something else is going on there, or a folder has vanished
    case 425:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
      return FailureKind::passing;
    case 507:
      return FailureKind::full;
    default:
      return FailureKind::unsupported;
  }
}

}  // namespace

http::ClientOptions client_options(const Target& target, unsigned jobs, Patience patience) {
  http::ClientOptions options{.transfers = jobs, .authorities = target.authorities};
  options.patience = {.connect = std::chrono::seconds(patience.connect),
                      .silence = std::chrono::seconds(patience.silence)};
  options.rules = {.schemes = {target.tls ? "https" : "http"},
                   .reach = target.tls ? http::Reach::anywhere : http::Reach::loopback_only};
  return options;
}

std::string origin(const Target& target, const std::string& host) {
  const bool bare_ipv6 = host.find(':') != host.npos && !host.starts_with('[');
  const std::string name = bare_ipv6 ? fmt::format("[{}]", host) : host;
  const unsigned own_port = target.tls ? 443 : 80;
  const bool named = target.port != 0 && target.port != own_port;
  return fmt::format("{}://{}{}", target.tls ? "https" : "http", name, named ? fmt::format(":{}", target.port) : "");
}

http::Body body_of(const Upload& upload) {
  if (!upload.file.empty()) return http::FileBody{upload.file, upload.size};
  return std::string_view(upload.bytes);
}

bool is_success(const http::Answer& answer) { return answer.status >= 200 && answer.status < 300; }

Failure failure_of(const http::Failure& failure, std::string operation, std::string path) {
  return {kind_of(failure.kind), std::move(operation), std::move(path), failure.words};
}

Failure failure_of(const http::Answer& answer, std::string operation, std::string path, const std::string& words) {
  return {kind_of(answer.status), std::move(operation), std::move(path),
          fmt::format("the server answers {}{}{}", answer.status, words.empty() ? "" : ": ", words)};
}

void put_each(http::Client& client, std::span<const Upload> files, const Each& each,
              const std::function<bool()>& keep_going, const std::function<void(std::size_t)>& start) {
  std::size_t next = 0;
  while (next < files.size() && keep_going()) {
    if (client.has_room()) {
      start(next++);
    } else {
      client.step();
    }
  }
  finish(client);
  for (; next < files.size(); ++next) {
    each(next, tl::make_unexpected(Failure{FailureKind::passing, "put", files[next].path, "not tried any more"}));
  }
}

void finish(http::Client& client) {
  while (!client.none()) client.step();
}

}  // namespace thidua::deploy
