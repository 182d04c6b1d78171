// Servers of the tests' own, on a free port of the loopback interface: one that speaks HTTP, and one that says what it
// is told to, whatever it is asked.
#pragma once

#include <arpa/inet.h>
#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <string>
#include <thread>

namespace thidua::testing {

class TestServer : public httplib::Server {
 public:
  TestServer() : port_(bind_to_any_port("127.0.0.1")) {
    set_tcp_nodelay(true);
    thread_ = std::thread([this] { listen_after_bind(); });
    while (!is_running()) std::this_thread::yield();
  }
  ~TestServer() override {
    stop();
    thread_.join();
  }

  std::string at(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }
  int port() const { return port_; }

  void redirect(const std::string& from, int status, const std::string& to) {
    Get(from, [=](const httplib::Request&, httplib::Response& response) {
      response.status = status;
      response.set_header("Location", to);
    });
  }

 private:
  int port_;
  std::thread thread_;
};

/// Takes connections one after another; to each first request it says the same words, and closes the connection after
/// a while.
class BluntServer {
 public:
  explicit BluntServer(std::string words, std::chrono::milliseconds silence = {})
      : words_(std::move(words)), silence_(silence), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(socket_, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    ::listen(socket_, 8);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  BluntServer(const BluntServer&) = delete;
  BluntServer& operator=(const BluntServer&) = delete;
  ~BluntServer() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
  }

  std::string at(const std::string& path, const std::string& scheme = "http") const {
    return scheme + "://127.0.0.1:" + std::to_string(port_) + path;
  }
  /// The first packet of the last request that was answered.
  const std::string& heard() const { return heard_; }

 private:
  void serve() {
    for (int client = 0; (client = ::accept(socket_, nullptr, nullptr)) >= 0; ::close(client)) {
      std::array<char, 4096> request{};
      const auto size = ::recv(client, request.data(), request.size(), 0);
      if (size <= 0) continue;
      heard_.assign(request.data(), static_cast<std::size_t>(size));
      ::send(client, words_.data(), words_.size(), MSG_NOSIGNAL);
      std::this_thread::sleep_for(silence_);
    }
  }

  std::string words_;
  std::string heard_;
  std::chrono::milliseconds silence_;
  int socket_;
  int port_ = 0;
  std::thread thread_;
};

}  // namespace thidua::testing
