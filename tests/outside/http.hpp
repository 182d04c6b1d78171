// A web client that sends what no browser would, over loopback.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/system/descriptor.hpp"

namespace thidua::testing {

struct Reply {
  int status = 0;    ///< 0 where there was no answer within five seconds
  std::string head;  ///< status line and headers
  std::string body;

  /// The value of the first header of that name, as the server writes it; empty where there is none.
  std::string header(std::string_view name) const;
};

/// Sends the bytes as they are and reads until the other side closes.
Reply ask(int port, std::string_view request);

/// One request, with Host 127.0.0.1:<port> unless `headers` bring one of their own.
Reply request(int port, const std::string& method, const std::string& target, std::vector<std::string> headers = {});
Reply get(int port, const std::string& target);

/// A connection to an event stream.
class EventStream {
 public:
  EventStream(int port, const std::string& target);

  int status() const { return status_; }
  /// The next event's data, or nothing within the time.
  std::optional<std::string> next(std::chrono::milliseconds patience);

 private:
  bool read_more(std::chrono::steady_clock::time_point until);

  base::Descriptor socket_;
  std::string received_;
  int status_ = 0;
};

}  // namespace thidua::testing
