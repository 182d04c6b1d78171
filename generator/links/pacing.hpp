// Not more than one request to a host at a time, and a pause after each.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace thidua::links {

using Time = std::chrono::steady_clock::time_point;

class Pacing {
 public:
  /// `pause` is between the end of one request to a host and the beginning of the next.
  explicit Pacing(std::chrono::milliseconds pause) : pause_(pause) {}

  /// Whether the host may be asked.
  bool ready(const std::string& host, Time now) const;
  /// When it may; nothing while a request to it is under way.
  std::optional<Time> ready_at(const std::string& host) const;

  void begin(const std::string& host);
  void end(const std::string& host, Time now);

  /// The host wants longer pauses from now on; shorter ones than ours change nothing.
  void slow_down(const std::string& host, std::chrono::milliseconds pause);
  /// The host wants to be left alone that long, once.
  void rest(const std::string& host, Time until);

 private:
  struct State {
    bool busy = false;
    Time next{};  ///< when it may be asked again
    std::chrono::milliseconds pause{0};
  };

  std::chrono::milliseconds pause_;
  std::map<std::string, State> hosts_;
};

}  // namespace thidua::links
