// What is asked of a server, what it answers, and how asking fails.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <variant>
#include <vector>

namespace thidua::http {

using Header = std::pair<std::string, std::string>;  ///< name, value

/// A file to send. The request fails (FailureKind::local) where it cannot be read or has another size by now.
struct FileBody {
  std::string path;
  std::uint64_t size = 0;
};

/// What a request carries: nothing, bytes of its own, bytes of somebody else who keeps them until the answer, or a
/// file.
using Body = std::variant<std::monostate, std::string, std::string_view, FileBody>;

/// For the server alone; not sent to another one that a redirect leads to.
struct Credentials {
  std::string user;
  std::string password;
  enum class Scheme { basic, digest } scheme = Scheme::basic;
};

/// What becomes of an answer with more bytes than wanted.
enum class Excess {
  fail,  ///< FailureKind::too_large
  cut,   ///< the answer is given with what fitted, Answer::cut set
};

struct Request {
  std::string method = "GET";
  std::string url;  ///< absolute; user and password in it are refused
  std::vector<Header> headers;
  Body body;
  std::optional<Credentials> credentials;
  std::uint64_t limit = 1 << 20;  ///< bytes of the answer's body, after decompression
  Excess excess = Excess::fail;
  unsigned redirects = 0;   ///< how many are followed, of GET and HEAD only; with 0 a redirect is an answer like others
  bool compressed = false;  ///< asks for gzip and the like; what arrives here is decompressed

  /// Takes the body of a successful answer (200 to 299) as it comes, instead of Answer::body; false ends the request as
  /// FailureKind::local.
  std::function<bool(std::string_view)> sink;
};

/// One redirect that was followed.
struct Hop {
  int status = 0;  ///< 301 and 308 mean for good
  std::string from;
  std::string to;
};

/// The headers of an answer in their order, whatever letters their names were written in.
class Headers {
 public:
  void add(std::string name, std::string value) { all_.emplace_back(std::move(name), std::move(value)); }
  void clear() { all_.clear(); }

  /// The first of that name; nothing where there is none.
  std::optional<std::string> find(std::string_view name) const;
  const std::vector<Header>& all() const { return all_; }

 private:
  std::vector<Header> all_;
};

/// Any answer that arrived whole, whatever its status.
struct Answer {
  int status = 0;
  Headers headers;
  std::string body;
  std::string url;        ///< that answered, after redirects
  std::vector<Hop> hops;  ///< on the way there
  bool cut = false;       ///< there was more than Request::limit (Excess::cut)
};

enum class FailureKind {
  malformed,        ///< the address, or a header with a line break; nothing was sent
  refused_scheme,   ///< by Rules::schemes
  refused_address,  ///< by Rules::reach
  resolve,          ///< no such name, or no name server
  connect,          ///< nobody listens there
  timeout,          ///< on connecting, of silence, or of the whole
  certificate,      ///< expired, for another name, or of an unknown authority; nothing but a greeting was sent
  tls,              ///< the server does not speak TLS 1.2 or later
  cut,              ///< the connection ended too early
  too_large,        ///< more bytes than Request::limit, or more than 256 KiB of headers
  redirects,        ///< in a circle, more than Request::redirects, or to nowhere
  protocol,         ///< what came is no HTTP
  local,            ///< the file to send, or the sink
};

/// A request without an answer. The words are ours or libcurl's, in English and without full stop; they and the
/// addresses hold no user, password, header, or query.
struct Failure {
  FailureKind kind = FailureKind::connect;
  std::string url;  ///< Url::shown() of the hop that failed
  std::string words;
  std::vector<Hop> hops;  ///< followed before
};

template <class T>
using Result = tl::expected<T, Failure>;

/// "refused address" …, for logs and tests.
std::string_view name_of(FailureKind kind);

}  // namespace thidua::http
