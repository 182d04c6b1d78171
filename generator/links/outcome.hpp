// What became of asking for one address.
#pragma once

#include <optional>
#include <string>

#include "base/http/message.hpp"

namespace thidua::links {

enum class Outcome {
  works,          ///< 200 to 299
  moved,          ///< works, and for good elsewhere
  redirected,     ///< works, for now elsewhere
  gone,           ///< 404 or 410: broken
  no_host,        ///< the name does not exist: broken
  no_address,     ///< nothing that could be asked: broken
  blocked,        ///< the server wants no programs, or not without a password: 401, 403, 429, 451, 999 …
  robots,         ///< its robots.txt asks programs to stay away
  certificate,    ///< expired, for another name, or of an authority that this system does not know
  unreachable,    ///< no answer, or one that says nothing of the address: 500 …
  local_network,  ///< leads to this machine or the network around it; not asked
};

/// Whether readers surely find nothing there.
constexpr bool is_broken(Outcome outcome) {
  return outcome == Outcome::gone || outcome == Outcome::no_host || outcome == Outcome::no_address;
}

struct Finding {
  Outcome outcome = Outcome::works;
  std::string detail;  ///< moved, redirected: where to; no_host, robots, local_network: the host; else what was said

  bool operator==(const Finding&) const = default;
};

/// What an answer that is no redirect says of the address; to be asked with GET before it is believed of a HEAD.
Outcome outcome_of(const http::Answer& answer);
/// "HTTP 404".
std::string words_of(int status);

/// What having got no answer says; `resolve` as `no_host`, which a second look may turn into `unreachable`.
Outcome outcome_of(http::FailureKind kind);

/// What a failure says of all that a host would be asked for.
Finding finding_of(const http::Failure& failure, const std::string& host);

/// Whether another try may end otherwise: the server is busy, or the connection was lost.
bool may_pass(const http::Answer& answer);
bool may_pass(http::FailureKind kind);

/// Whether all that the same server would be asked for fails likewise.
bool concerns_server(http::FailureKind kind);

}  // namespace thidua::links
