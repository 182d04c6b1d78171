// HTTP and HTTPS, in the one place that knows libcurl. A client asks many servers, or one server many times, from one
// thread: up to so many requests are in flight, connections are kept and used again.
//
//   http::Client client({.rules = {.schemes = {"https"}, .reach = http::Reach::public_only}});
//   const auto answer = client.fetch({.url = address, .limit = 5 << 20, .redirects = 5});
//
// or, with many in flight: start() each with what is to be done with its answer, then step() until there are none().
//
// Every certificate is verified, TLS is 1.2 or later, the protocol is HTTP/1.1. No cookies. What is in the environment
// (http_proxy and the like) or in ~/.netrc changes nothing: through a proxy nobody could tell where a name leads, and
// secrets are the caller's business.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/http/message.hpp"

namespace thidua::http {

/// How long a server is waited for; zero is for ever.
struct Patience {
  std::chrono::milliseconds connect{15'000};  ///< with the resolution of the name and the greeting of TLS
  std::chrono::seconds silence{30};           ///< without a byte in either direction
  std::chrono::milliseconds whole{0};         ///< a request with its answer; each hop anew
};

/// Which machines may be asked, by what their names resolve to.
enum class Reach { anywhere, public_only, loopback_only };

/// Hold for the first address as for every redirect.
struct Rules {
  std::vector<std::string> schemes = {"https", "http"};
  Reach reach = Reach::anywhere;
  /// `host` or `host:port`, lower case: these may be asked whatever they resolve to.
  std::vector<std::string> allowed;
};

struct ClientOptions {
  unsigned transfers = 4;   ///< in flight at once
  std::string authorities;  ///< file of certificates to trust instead of the system's
  Patience patience;
  Rules rules;
};

class Client {
 public:
  using Then = std::function<void(Result<Answer>)>;

  explicit Client(ClientOptions options);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  /// Ends what is in flight without a word.
  ~Client();

  /// Takes up a request, or keeps it until there is room. `then` is called once, from within step(), and may start
  /// more.
  void start(Request request, Then then);

  /// Waits until at least one request is done, or that long, and tells who asked.
  void step(std::chrono::milliseconds longest = std::chrono::seconds(1));

  /// Requests that are not done yet.
  std::size_t count() const;
  bool none() const { return count() == 0; }
  /// Whether a request would be taken up at once.
  bool has_room() const;

  /// One request, waited for; others go on meanwhile.
  Result<Answer> fetch(Request request);

 private:
  class Flights;
  std::unique_ptr<Flights> flights_;
};

}  // namespace thidua::http
