#include "preview/loopback_server.hpp"

#include <httplib.h>

#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include "preview/listeners.hpp"
#include "preview/own_address.hpp"
#include "preview/reload_script.hpp"

namespace thidua::preview {
namespace {

constexpr std::size_t kThreads = Listeners::kMost + 16;  ///< for each address
constexpr time_t kIdleSeconds = 1;                       ///< how long a connection without a request keeps its thread
constexpr std::size_t kMostRequests = 100;               ///< on one connection

/// The library would let two programs share a port (SO_REUSEPORT).
void share_with_nobody(socket_t socket) {
  const int on = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
}

/// One header of that name, or none where `may_be_absent`, whose value passes.
template <class Passes>
bool header_passes(const httplib::Request& request, const char* name, bool may_be_absent, Passes passes) {
  const std::size_t count = request.get_header_value_count(name);
  return count == 0 ? may_be_absent : count == 1 && passes(request.get_header_value(name));
}

bool is_own(const httplib::Request& request, int port) {
  return header_passes(request, "Host", false, [&](const std::string& host) { return is_own_host(host, port); }) &&
         header_passes(request, "Origin", true, [&](const std::string& origin) { return is_own_origin(origin, port); });
}

void refuse(httplib::Response& response, int status) {
  response.status = status;
  response.set_content(std::to_string(status) + "\n", "text/plain");
}

/// By a provider, and not as a text that the library would copy and compress.
void send(const Answer& answer, httplib::Response& response) {
  if (answer.status != 200) response.status = answer.status;  // else the library's own, 206 for a part of the bytes
  if (!answer.location.empty()) response.set_header("Location", answer.location);
  if (answer.body->empty()) return response.set_content(std::string(), answer.type);
  const auto body = answer.body;
  response.set_content_provider(body->size(), answer.type,
                                [body](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                  return sink.write(body->data() + offset, length);
                                });
}

void stream_events(Listeners& listeners, httplib::Response& response) {
  const auto place = listeners.join();
  if (place == nullptr) return refuse(response, 503);
  response.status = 200;
  const auto tell_next = [&listeners, place](std::size_t, httplib::DataSink& sink) {
    const auto news = place->next();
    if (listeners.ended() || !sink.is_writable()) return false;
    const std::string event = news ? "retry: 500\ndata: " + *news + "\n\n" : std::string();
    return event.empty() || sink.write(event.data(), event.size());
  };
  response.set_chunked_content_provider("text/event-stream", tell_next);
}

class HttplibServer final : public LoopbackServer {
 public:
  HttplibServer() = default;
  HttplibServer(const HttplibServer&) = delete;
  HttplibServer& operator=(const HttplibServer&) = delete;

  ~HttplibServer() override {
    listeners_.end();
    for (auto& server : servers_) server->stop();
    for (std::thread& thread : threads_) thread.join();
  }

  /// 0, or errno.
  int take(int port) {
    if (const int error = add("127.0.0.1", port); error != 0) return error;
    const int error = add("::1", port_);
    const bool taken_by_another = error == EADDRINUSE && port != 0;
    return taken_by_another ? error : 0;
  }

  int port() const override { return port_; }

  void start(std::function<Answer(std::string_view)> answer) override {
    answer_ = std::move(answer);
    for (auto& server : servers_) {
      threads_.emplace_back([&server] { server->listen_after_bind(); });
      while (!server->is_running()) std::this_thread::yield();  // before that, stop() has no effect
    }
  }

  void tell(std::string state) override { listeners_.tell(std::move(state)); }

 private:
  /// 0, or errno.
  int add(const char* address, int port) {
    auto server = std::make_unique<httplib::Server>();
    server->new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server->set_socket_options(share_with_nobody);
    server->set_tcp_nodelay(true);
    server->set_keep_alive_timeout(kIdleSeconds);
    server->set_keep_alive_max_count(kMostRequests);
    server->set_default_headers({{"Cache-Control", "no-store"},
                                 {"X-Content-Type-Options", "nosniff"},
                                 {"Cross-Origin-Resource-Policy", "same-origin"}});
    server->set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      handle(request, response);
      return httplib::Server::HandlerResponse::Handled;
    });
    errno = 0;
    const int got = port == 0 ? server->bind_to_any_port(address) : server->bind_to_port(address, port) ? port : -1;
    if (got == -1) return errno == 0 ? EADDRNOTAVAIL : errno;
    port_ = got;
    servers_.push_back(std::move(server));
    return 0;
  }

  void handle(const httplib::Request& request, httplib::Response& response) {
    if (!is_own(request, port_)) return refuse(response, 403);
    if (request.method != "GET" && request.method != "HEAD") {
      response.set_header("Allow", "GET, HEAD");
      return refuse(response, 405);
    }
    if (request.path == kEventsPath) return stream_events(listeners_, response);
    send(answer_(request.path), response);
  }

  int port_ = 0;
  std::function<Answer(std::string_view)> answer_;
  Listeners listeners_;
  std::vector<std::unique_ptr<httplib::Server>> servers_;
  std::vector<std::thread> threads_;
};

}  // namespace

base::Result<std::unique_ptr<LoopbackServer>> LoopbackServer::bind(int port) {
  auto server = std::make_unique<HttplibServer>();
  if (const int error = server->take(port); error != 0)
    return base::fail("listen", "127.0.0.1:" + std::to_string(port), error);
  return server;
}

}  // namespace thidua::preview
