// One address on its way to an outcome: HEAD, then GET where HEAD finds nothing, each redirect, and other tries. Knows
// no network and no clock, so that it can be led through every case.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/http/message.hpp"
#include "base/http/url.hpp"
#include "links/outcome.hpp"

namespace thidua::links {

struct Persistence {
  unsigned tries = 3;                         ///< of one request
  std::chrono::milliseconds pause{2'000};     ///< before the second; doubled before each further one
  std::chrono::milliseconds longest{60'000};  ///< that a server may ask to be waited for
  unsigned redirects = 10;
};

/// What is to be done next.
struct Step {
  std::optional<Finding> found;       ///< nothing more; else the next request is to be made
  std::chrono::milliseconds rest{0};  ///< for which the server that answered is to be left alone before
  bool give_up_server = false;        ///< it is not to be asked for anything else, either
};

class Inquiry {
 public:
  Inquiry(http::Url address, const Persistence& persistence);

  /// The next request.
  const http::Url& url() const { return url_; }
  const std::string& method() const { return method_; }

  /// `now` is what dates in Retry-After are held against.
  Step take(const http::Answer& answer, std::chrono::sys_seconds now);
  Step take(const http::Failure& failure);

 private:
  Step follow(const http::Answer& answer);
  Step settle(const http::Answer& answer);
  Step end(Step step);
  Step try_again(std::chrono::milliseconds least);
  void turn_to(http::Url url);
  Finding finding(Outcome outcome, std::string words) const;
  std::string said(std::string words) const;

  Persistence persistence_;
  http::Url first_, url_;
  std::string method_ = "HEAD";
  bool led_by_head_ = false;  ///< a redirect came to HEAD
  bool only_get_ = false;
  unsigned tries_ = 1;  ///< of this request, this one included
  std::vector<http::Hop> hops_;
};

/// For how long a server that is busy asks to be left alone, as seconds or as a date (RFC 9110, 10.2.3).
std::optional<std::chrono::seconds> retry_after(const http::Headers& headers, std::chrono::sys_seconds now);

}  // namespace thidua::links
