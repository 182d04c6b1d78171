#include "links/outcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace thidua::links {
namespace {

bool is_any(int status, std::initializer_list<int> list) { return std::ranges::find(list, status) != list.end(); }

/// A page that lets browsers in and programs not, whatever its status says.
bool is_wall(const http::Headers& headers) {
  return headers.find("cf-mitigated").has_value() || headers.find("x-amzn-waf-action").has_value();
}

}  // namespace

Outcome outcome_of(const http::Answer& answer) {
  const int status = answer.status;
  if (is_wall(answer.headers)) return Outcome::blocked;
  if (status >= 200 && status < 400 && !is_any(status, {301, 302, 303, 307, 308})) return Outcome::works;
  if (is_any(status, {404, 410})) return Outcome::gone;
  // 405 and 406: the server does not like how programs ask; 402, 407 and 423: it wants money, or a password. 999 is
  // LinkedIn's, 498 and 499 are those of firewalls.
  if (is_any(status, {401, 402, 403, 405, 406, 407, 418, 423, 429, 451, 498, 499, 999})) return Outcome::blocked;
  return Outcome::unreachable;
}

std::string words_of(int status) { return fmt::format("HTTP {}", status); }

Outcome outcome_of(http::FailureKind kind) {
  using enum http::FailureKind;
  switch (kind) {
    case malformed:
      return Outcome::no_address;
    case resolve:
      return Outcome::no_host;
    case refused_address:
      return Outcome::local_network;
    case certificate:
      return Outcome::certificate;
    default:
      return Outcome::unreachable;
  }
}

Finding finding_of(const http::Failure& failure, const std::string& host) {
  const Outcome outcome = outcome_of(failure.kind);
  const bool by_name = outcome == Outcome::no_host || outcome == Outcome::local_network;
  return {outcome, by_name ? host : failure.words};
}

bool may_pass(const http::Answer& answer) {
  return !is_wall(answer.headers) && is_any(answer.status, {408, 425, 429, 500, 502, 503, 504});
}

bool may_pass(http::FailureKind kind) {
  using enum http::FailureKind;
  return kind == timeout || kind == cut || kind == connect || kind == protocol;
}

bool concerns_server(http::FailureKind kind) {
  using enum http::FailureKind;
  return kind == resolve || kind == connect || kind == certificate || kind == tls || kind == refused_address;
}

}  // namespace thidua::links
