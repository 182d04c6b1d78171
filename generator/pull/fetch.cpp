#include "pull/fetch.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/http/client.hpp"
#include "base/http/url.hpp"

namespace thidua::pull {
namespace {

constexpr unsigned kRedirects = 5;

bool allows(const content::Source& source, const http::Url& url) {
  const auto names = [&](const std::string& name) { return name == url.host || name == url.place(); };
  return std::any_of(source.allow.begin(), source.allow.end(), names);
}

/// Without TLS only where the source's own address is so, whose host was allowed by name.
std::vector<std::string> schemes(const content::Source& source) {
  const auto url = http::parse_url(source.url);
  return url && url->scheme == "http" ? std::vector<std::string>{"https", "http"} : std::vector<std::string>{"https"};
}

/// Where a source without TLS led to a host without TLS that is not allowed by name; empty: nowhere.
std::string led_astray(const content::Source& source, const http::Answer& answer) {
  for (const http::Hop& hop : answer.hops) {
    const auto url = http::parse_url(hop.to);
    if (!url || (url->scheme == "http" && !allows(source, *url))) return url ? url->shown() : hop.to;
  }
  return {};
}

NoAnswer no_answer(const http::Failure& failure) {
  const bool refused =
      failure.kind == http::FailureKind::refused_address || failure.kind == http::FailureKind::refused_scheme;
  return {refused, fmt::format("{} ({})", failure.words, failure.url)};
}

/// One that is not as RFC 9110, 8.8.3 has it is not worth the document that came with it.
std::string kept_etag(const std::string& etag) {
  constexpr std::size_t kLongest = 500;
  const bool is_plain = std::ranges::all_of(etag, [](char c) { return c > ' ' && c <= '~'; });
  return is_plain && etag.size() <= kLongest ? etag : std::string();
}

}  // namespace

Fetched fetch(const content::Source& source, const std::string& etag, const std::string& authorities) {
  http::Client client({.authorities = authorities,
                       .patience = {.connect = std::chrono::seconds(std::min(15U, source.seconds)),
                                    .silence = std::chrono::seconds(std::min(30U, source.seconds)),
                                    .whole = std::chrono::seconds(source.seconds)},
                       .rules = {schemes(source), http::Reach::public_only, source.allow}});
  http::Request request{.url = source.url, .limit = source.limit, .redirects = kRedirects, .compressed = true};
  request.headers.emplace_back("Accept", "application/json");
  if (!etag.empty()) request.headers.emplace_back("If-None-Match", etag);
  auto answer = client.fetch(std::move(request));
  if (!answer) return no_answer(answer.error());
  if (const std::string where = led_astray(source, *answer); !where.empty())
    return NoAnswer{true, fmt::format("it led to an address without TLS ({})", where)};
  if (answer->status == 304 && !etag.empty()) return Unchanged{};
  if (answer->status != 200) return NoAnswer{false, fmt::format("it answered {}", answer->status)};
  return NewDocument{std::move(answer->body), kept_etag(answer->headers.find("ETag").value_or(""))};
}

}  // namespace thidua::pull
