#include "deploy/hosts/s3/bucket.hpp"

#include <variant>

#include "base/clock.hpp"
#include "base/digest.hpp"
#include "base/http/url.hpp"
#include "deploy/hosts/over_http.hpp"
#include "deploy/hosts/paths.hpp"

namespace thidua::deploy::s3 {
namespace {

std::string prefix_of(const Target& target) {
  std::string_view folder = without_last_slashes(target.folder);
  while (folder.starts_with('/')) folder.remove_prefix(1);
  return folder.empty() ? "" : std::string(folder) + '/';
}

std::string hash_of(const http::Body& body) {
  if (const auto* own = std::get_if<std::string>(&body)) return base::hex(base::sha256(*own));
  if (const auto* borrowed = std::get_if<std::string_view>(&body)) return base::hex(base::sha256(*borrowed));
  return base::hex(base::sha256(""));
}

}  // namespace

Bucket::Bucket(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience)
    : keys_{secrets.user.empty() ? target.user : secrets.user, secrets.password, secrets.session_token},
      region_(target.region),
      origin_(origin(target, target.virtual_host ? target.bucket + '.' + target.host : target.host)),
      root_(target.virtual_host ? "/" : '/' + target.bucket + '/'),
      prefix_(prefix_of(target)),
      client_(client_options(target, jobs, patience)) {}

http::Request Bucket::request(Order order) const {
  const Signable signable{.method = order.method,
                          .host = origin_.substr(origin_.find("://") + 3),
                          .path = order.of_bucket ? root_ : root_ + prefix_ + order.path,
                          .query = std::move(order.query),
                          .headers = std::move(order.headers),
                          .payload_hash = order.payload_hash.empty() ? hash_of(order.body) : order.payload_hash};
  const std::string query = query_text(signable.query);
  return {.method = order.method,
          .url = origin_ + http::encode_path(signable.path) + (query.empty() ? "" : '?' + query),
          .headers = sign(signable, keys_, region_, base::now()),
          .body = std::move(order.body),
          .limit = order.limit};
}

}  // namespace thidua::deploy::s3
