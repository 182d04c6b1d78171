// Asks other hosts for many addresses: several hosts at once, each for one thing at a time and as its robots.txt wants.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/http/client.hpp"
#include "links/inquiry.hpp"

namespace thidua::links {

/// What the system knows of a name that libcurl could not resolve.
enum class NameState { exists, unknown, cannot_tell };

struct SurveyOptions {
  unsigned hosts = 8;                      ///< asked at once
  std::chrono::milliseconds pause{1'000};  ///< between two requests to a host
  Persistence persistence;
  http::Patience patience{
      .connect = std::chrono::seconds(10), .silence = std::chrono::seconds(15), .whole = std::chrono::seconds(30)};
  http::Reach reach = http::Reach::public_only;
  std::vector<std::string> allowed;                           ///< as http::Rules::allowed
  std::string authorities;                                    ///< as http::ClientOptions::authorities
  std::function<NameState(const std::string& host)> look_up;  ///< empty: the system's own names
  std::function<void()> step;                                 ///< called after each address
};

/// What was found, by Url::text.
using Findings = std::map<std::string, Finding>;

/// Each address once; all with http or https. What is found does not depend on how many hosts are asked at once.
Findings ask(const std::vector<http::Url>& addresses, const SurveyOptions& options);

}  // namespace thidua::links
