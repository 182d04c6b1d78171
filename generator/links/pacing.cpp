#include "links/pacing.hpp"

#include <algorithm>

namespace thidua::links {

std::optional<Time> Pacing::ready_at(const std::string& host) const {
  const auto at = hosts_.find(host);
  if (at == hosts_.end()) return Time{};
  return at->second.busy ? std::nullopt : std::optional(at->second.next);
}

bool Pacing::ready(const std::string& host, Time now) const {
  const auto at = ready_at(host);
  return at && *at <= now;
}

void Pacing::begin(const std::string& host) { hosts_[host].busy = true; }

void Pacing::end(const std::string& host, Time now) {
  State& state = hosts_[host];
  state.busy = false;
  state.next = std::max(state.next, now + std::max(pause_, state.pause));
}

void Pacing::slow_down(const std::string& host, std::chrono::milliseconds pause) {
  State& state = hosts_[host];
  state.pause = std::max(state.pause, pause);
}

void Pacing::rest(const std::string& host, Time until) {
  State& state = hosts_[host];
  state.next = std::max(state.next, until);
}

}  // namespace thidua::links
