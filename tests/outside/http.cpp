#include "outside/http.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace thidua::testing {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

base::Descriptor connected(int port) {
  base::Descriptor out(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(out.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == -1) return base::Descriptor(-1);
  return out;
}

void send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

/// What comes next; empty at the end of the connection or of the time.
std::string received(int socket, Clock::time_point until) {
  const auto left = std::max(std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()), 0ms);
  pollfd file{socket, POLLIN, 0};
  if (::poll(&file, 1, static_cast<int>(left.count())) != 1) return {};
  std::string bytes(65536, '\0');
  const ssize_t count = ::recv(socket, bytes.data(), bytes.size(), 0);
  bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return bytes;
}

int status_of(const std::string& head) {
  return head.starts_with("HTTP/1.1 ") ? std::atoi(head.c_str() + std::string_view("HTTP/1.1 ").size()) : 0;
}

std::string request_text(int port, const std::string& method, const std::string& target,
                         const std::vector<std::string>& headers) {
  std::string out = method + " " + target + " HTTP/1.1\r\n";
  const bool has_host =
      std::any_of(headers.begin(), headers.end(), [](const std::string& header) { return header.starts_with("Host"); });
  if (!has_host) out += "Host: 127.0.0.1:" + std::to_string(port) + "\r\n";
  for (const std::string& header : headers) out += header + "\r\n";
  return out + "Connection: close\r\n\r\n";
}

}  // namespace

std::string Reply::header(std::string_view name) const {
  const std::string start = "\r\n" + std::string(name) + ": ";
  const std::size_t at = head.find(start);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + start.size();
  return head.substr(begin, std::min(head.find("\r\n", begin), head.size()) - begin);
}

Reply ask(int port, std::string_view request) {
  const base::Descriptor socket = connected(port);
  if (!socket) return {};
  send_all(socket.get(), request);
  const auto until = Clock::now() + 5s;
  std::string all;
  for (std::string more; !(more = received(socket.get(), until)).empty();) all += more;
  const std::size_t end = std::min(all.find("\r\n\r\n"), all.size());
  return {status_of(all), all.substr(0, end), all.substr(std::min(end + 4, all.size()))};
}

Reply request(int port, const std::string& method, const std::string& target, std::vector<std::string> headers) {
  return ask(port, request_text(port, method, target, headers));
}

Reply get(int port, const std::string& target) { return request(port, "GET", target); }

EventStream::EventStream(int port, const std::string& target) : socket_(connected(port)) {
  send_all(socket_.get(), request_text(port, "GET", target, {"Accept: text/event-stream"}));
  const auto until = Clock::now() + 5s;
  while (received_.find("\r\n\r\n") == std::string::npos && read_more(until)) {
  }
  status_ = status_of(received_);
}

std::optional<std::string> EventStream::next(std::chrono::milliseconds patience) {
  const auto until = Clock::now() + patience;
  constexpr std::string_view kData = "data: ";
  while (true) {
    const std::size_t at = received_.find(kData);
    const std::size_t end = at == std::string::npos ? at : received_.find("\n\n", at);
    if (end != std::string::npos) {
      const std::string data = received_.substr(at + kData.size(), end - at - kData.size());
      received_.erase(0, end);
      return data;
    }
    if (!read_more(until)) return std::nullopt;
  }
}

bool EventStream::read_more(Clock::time_point until) {
  const std::string more = received(socket_.get(), until);
  received_ += more;
  return !more.empty();
}

}  // namespace thidua::testing
