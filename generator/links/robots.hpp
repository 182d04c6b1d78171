// What a server asks of programs in its robots.txt (RFC 9309).
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::links {

/// How servers name this program in robots.txt; the first part of the User-Agent that base/http sends.
inline constexpr std::string_view kAgent = "thidua";

class Robots {
 public:
  /// Everything may be asked: there is no robots.txt.
  Robots() = default;

  /// The groups for `agent`, or else those for all (`*`). Lines that are none of RFC 9309 change nothing, but for
  /// `Crawl-delay`, which many servers state.
  static Robots parse(std::string_view text, std::string_view agent = kAgent);
  /// Nothing may be asked.
  static Robots closed();

  /// By the longest rule that matches; of two as long, the one that allows. `target` is path and query.
  bool allows(std::string_view target) const;

  /// The pause that the server wants between two requests; zero where it states none.
  std::chrono::milliseconds delay() const { return delay_; }

 private:
  struct Rule {
    bool allow = true;
    std::string pattern;  ///< with * for anything and $ for the end
  };

  std::vector<Rule> rules_;
  std::chrono::milliseconds delay_{0};
};

}  // namespace thidua::links
