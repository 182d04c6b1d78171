#include "deploy/hosts/s3/signer.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/digest.hpp"
#include "base/http/url.hpp"

namespace thidua::deploy::s3 {
namespace {

constexpr std::string_view kAlgorithm = "AWS4-HMAC-SHA256";

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// As it is signed: without spaces around it, and one for many.
std::string folded(std::string_view value) {
  std::string text;
  for (const char c : value) {
    if (c != ' ' || (!text.empty() && text.back() != ' ')) text += c;
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

/// The headers in the order and form in which they are signed.
struct Canonical {
  std::string lines;
  std::string names;
};

Canonical canonical(const Signable& request, const std::vector<http::Header>& headers) {
  std::map<std::string, std::string> sorted{{"host", request.host}};
  for (const auto& [name, value] : headers) sorted[lower(name)] = folded(value);
  Canonical result;
  for (const auto& [name, value] : sorted) {
    result.lines += fmt::format("{}:{}\n", name, value);
    result.names += (result.names.empty() ? "" : ";") + name;
  }
  return result;
}

std::string signature(const std::string& secret, const std::string& day, const std::string& region,
                      const std::string& text) {
  const std::string day_key = base::hmac_sha256("AWS4" + secret, day);
  const std::string service_key = base::hmac_sha256(base::hmac_sha256(day_key, region), "s3");
  return base::hex(base::hmac_sha256(base::hmac_sha256(service_key, "aws4_request"), text));
}

}  // namespace

std::string query_text(const std::map<std::string, std::string>& query) {
  std::vector<std::string> pairs;
  pairs.reserve(query.size());
  for (const auto& [name, value] : query) {
    pairs.push_back(http::encode_component(name) + '=' + http::encode_component(value));
  }
  std::ranges::sort(pairs);
  return fmt::format("{}", fmt::join(pairs, "&"));
}

std::vector<http::Header> sign(const Signable& request, const Keys& keys, const std::string& region,
                               std::chrono::sys_seconds now) {
  const std::string time = fmt::format("{:%Y%m%dT%H%M%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
  const std::string day = time.substr(0, time.find('T'));
  std::vector<http::Header> headers = request.headers;
  headers.emplace_back("x-amz-content-sha256", request.payload_hash);
  headers.emplace_back("x-amz-date", time);
  if (!keys.session_token.empty()) headers.emplace_back("x-amz-security-token", keys.session_token);

  const auto [lines, names] = canonical(request, headers);
  const std::string asked = fmt::format("{}\n{}\n{}\n{}\n{}\n{}", request.method, http::encode_path(request.path),
                                        query_text(request.query), lines, names, request.payload_hash);
  const std::string scope = fmt::format("{}/{}/s3/aws4_request", day, region);
  const std::string text = fmt::format("{}\n{}\n{}\n{}", kAlgorithm, time, scope, base::hex(base::sha256(asked)));
  headers.emplace_back("Authorization",
                       fmt::format("{} Credential={}/{},SignedHeaders={},Signature={}", kAlgorithm, keys.access_key,
                                   scope, names, signature(keys.secret_key, day, region, text)));
  return headers;
}

}  // namespace thidua::deploy::s3
