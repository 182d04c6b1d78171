// One bucket behind an endpoint: its addresses in either style, and requests to it, signed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/http/client.hpp"
#include "deploy/hosts/s3/signer.hpp"
#include "deploy/target.hpp"

namespace thidua::deploy::s3 {

/// A request to be made of the moment in which it is sent, for its signature does not hold for long.
struct Order {
  const char* method = "GET";
  std::string path;                          ///< relative to the target's prefix; empty with `of_bucket`
  bool of_bucket = false;                    ///< about the bucket as a whole
  std::map<std::string, std::string> query;  ///< decoded
  std::vector<http::Header> headers;
  http::Body body;
  std::string payload_hash;  ///< empty: of a body in memory, it is reckoned
  std::uint64_t limit = 1 << 20;
};

class Bucket {
 public:
  Bucket(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience);

  http::Client& client() { return client_; }

  /// What keys of the target begin with: empty, or with a slash at the end.
  const std::string& prefix() const { return prefix_; }

  http::Request request(Order order) const;
  http::Result<http::Answer> fetch(Order order) { return client_.fetch(request(std::move(order))); }

 private:
  Keys keys_;
  std::string region_;
  std::string origin_;
  std::string root_;  ///< the path of the bucket, with slashes at both ends
  std::string prefix_;
  http::Client client_;
};

}  // namespace thidua::deploy::s3
