// One control connection, kept open, with one order at a time. Inside of Client.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/ftp/client.hpp"
#include "base/http/body_source.hpp"
#include "base/http/curl.hpp"

namespace thidua::ftp {

/// It has a multi handle of its own: libcurl keeps TLS sessions per easy handle but connections per multi handle, and a
/// data connection must take up the session of its own control connection.
class Session {
 public:
  explicit Session(const Site& site);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  /// A failure where the order cannot be sent.
  std::optional<Failure> begin(Order order);

  /// Goes on as far as that is possible now; the outcome once the order is done.
  std::optional<Result<Reply>> go_on();

  CURLM* multi() const { return multi_.get(); }

  /// Gives the order back, to be tried in another session.
  Order take_order() { return std::move(order_); }

 private:
  void set_connection();
  void set_order();
  Result<Reply> outcome(CURLcode code);
  std::size_t take(std::string_view bytes);

  const Site& site_;
  http::EasyHandle easy_;
  http::MultiHandle multi_;
  Order order_;
  http::BodySource source_;
  http::List commands_;
  std::string body_;
  bool too_large_ = false;
  std::array<char, CURL_ERROR_SIZE> details_{};
};

}  // namespace thidua::ftp
