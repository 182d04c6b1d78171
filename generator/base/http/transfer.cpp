#include "base/http/transfer.hpp"

#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <cctype>

#include "base/http/address.hpp"

namespace thidua::http {
namespace {

constexpr std::size_t kMostHeaderBytes = 256 * 1024;
constexpr const char* kUserAgent = "thidua/" THIDUA_VERSION;

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Whether credentials or a session travel in it.
bool is_secret(std::string_view name) {
  constexpr std::string_view kSecret[] = {"authorization", "cookie", "x-amz-security-token"};
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::ranges::find(kSecret, lower) != std::end(kSecret);
}

bool is_success(int status) { return status >= 200 && status < 300; }

bool breaks_line(std::string_view text) { return text.find_first_of(std::string_view("\r\n\0", 3)) != text.npos; }

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == text.npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

Failure Transfer::failure(FailureKind kind, std::string words) const {
  return {.kind = kind, .url = url_.shown(), .words = std::move(words), .hops = answer_.hops};
}

bool Transfer::allowed_by_name() const {
  return std::ranges::any_of(options_.rules.allowed,
                             [&](const std::string& name) { return name == url_.host || name == url_.place(); });
}

std::optional<Failure> Transfer::check_address() {
  if (!first_) {
    auto url = parse_url(request_.url);
    if (!url) return failure(FailureKind::malformed, "not an absolute address with a host and without user");
    url_ = *url;
    first_ = std::move(url);
  }
  const auto& schemes = options_.rules.schemes;
  if (std::ranges::find(schemes, url_.scheme) != schemes.end()) return std::nullopt;
  return failure(FailureKind::refused_scheme, fmt::format("addresses with {}: are not followed", url_.scheme));
}

std::optional<Failure> Transfer::begin(CURL* handle) {
  handle_ = handle;
  if (auto failed = check_address()) return failed;
  if (const auto words = source_.open(request_.body)) return failure(FailureKind::local, *words);
  curl_easy_reset(handle_);
  if (!set_headers()) return failure(FailureKind::malformed, "a header or method with a line break");
  details_.fill('\0');
  socket_opened_ = false;
  refused_address_.clear();
  answer_.headers.clear();
  answer_.body.clear();
  answer_.status = 0;
  header_bytes_ = 0;
  set_common(handle_, options_.authorities);
  curl_easy_setopt(handle_, CURLOPT_URL, url_.text.c_str());
  curl_easy_setopt(handle_, CURLOPT_PATH_AS_IS, 1L);
  curl_easy_setopt(handle_, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle_, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(handle_, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle_, CURLOPT_USERAGENT, kUserAgent);
  curl_easy_setopt(handle_, CURLOPT_ERRORBUFFER, details_.data());
  if (request_.compressed) curl_easy_setopt(handle_, CURLOPT_ACCEPT_ENCODING, "");
  set_method();
  set_patience();
  set_credentials();
  set_callbacks();
  return std::nullopt;
}

bool Transfer::set_headers() {
  headers_.reset();
  const bool elsewhere = !url_.same_origin(*first_);
  if (breaks_line(request_.method)) return false;
  append(headers_, "Content-Type:");  // unless it is given below: libcurl has one of its own
  for (const auto& [name, value] : request_.headers) {
    if (breaks_line(name) || breaks_line(value)) return false;
    if (elsewhere && is_secret(name)) continue;
    append(headers_, value.empty() ? name + ";" : fmt::format("{}: {}", name, value));
  }
  curl_easy_setopt(handle_, CURLOPT_HTTPHEADER, headers_.get());
  return true;
}

void Transfer::set_method() {
  const bool carries = !std::holds_alternative<std::monostate>(request_.body);
  if (carries) source_.lend_to_http(handle_);
  if (request_.method == "HEAD") {
    curl_easy_setopt(handle_, CURLOPT_NOBODY, 1L);
  } else if (request_.method != "GET" || carries) {
    curl_easy_setopt(handle_, CURLOPT_CUSTOMREQUEST, request_.method.c_str());
  }
}

void Transfer::set_patience() {
  const Patience& patience = options_.patience;
  constexpr long kForEver = 1L << 30;  // seconds; zero would be libcurl's own five minutes
  if (patience.connect.count() > 0) {
    curl_easy_setopt(handle_, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(patience.connect.count()));
  } else {
    curl_easy_setopt(handle_, CURLOPT_CONNECTTIMEOUT, kForEver);
  }
  curl_easy_setopt(handle_, CURLOPT_TIMEOUT_MS, static_cast<long>(patience.whole.count()));
  curl_easy_setopt(handle_, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(handle_, CURLOPT_LOW_SPEED_TIME, static_cast<long>(patience.silence.count()));
}

void Transfer::set_credentials() {
  if (!request_.credentials || !url_.same_origin(*first_)) return;
  const auto& [user, password, scheme] = *request_.credentials;
  curl_easy_setopt(handle_, CURLOPT_USERNAME, user.c_str());
  curl_easy_setopt(handle_, CURLOPT_PASSWORD, password.c_str());
  const bool digest = scheme == Credentials::Scheme::digest;
  curl_easy_setopt(handle_, CURLOPT_HTTPAUTH, static_cast<long>(digest ? CURLAUTH_DIGEST : CURLAUTH_BASIC));
}

void Transfer::set_callbacks() {
  curl_easy_setopt(handle_, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(
      handle_, CURLOPT_HEADERFUNCTION, +[](char* bytes, std::size_t, std::size_t size, void* self) {
        return static_cast<Transfer*>(self)->take_header({bytes, size});
      });
  curl_easy_setopt(handle_, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(
      handle_, CURLOPT_WRITEFUNCTION, +[](char* bytes, std::size_t, std::size_t size, void* self) {
        return static_cast<Transfer*>(self)->take_body({bytes, size});
      });
  curl_easy_setopt(handle_, CURLOPT_OPENSOCKETDATA, this);
  curl_easy_setopt(
      handle_, CURLOPT_OPENSOCKETFUNCTION, +[](void* self, curlsocktype, curl_sockaddr* wanted) {
        return static_cast<Transfer*>(self)->open_socket(*wanted);
      });
}

std::size_t Transfer::take_header(std::string_view line) {
  header_bytes_ += line.size();
  if (header_bytes_ > kMostHeaderBytes) {
    too_large_ = true;
    return 0;
  }
  const auto colon = line.find(':');
  if (line.starts_with("HTTP/")) {
    answer_.headers.clear();  // what came before belonged to "100 Continue" or to a question for the password
    answer_.body.clear();
  } else if (colon != line.npos) {
    answer_.headers.add(std::string(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1))));
  }
  return line.size();
}

std::size_t Transfer::take_body(std::string_view bytes) {
  long status = 0;
  curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
  if (request_.sink && is_success(static_cast<int>(status))) {
    received_ += bytes.size();
    too_large_ = received_ > request_.limit;
    if (too_large_ || !request_.sink(bytes)) return 0;
    return bytes.size();
  }
  const std::uint64_t room = request_.limit - answer_.body.size();
  answer_.body += bytes.substr(0, room);
  too_large_ = bytes.size() > room;
  return too_large_ ? 0 : bytes.size();
}

curl_socket_t Transfer::open_socket(const curl_sockaddr& wanted) {
  const auto address = Address::of(&wanted.addr);
  const Reach reach = options_.rules.reach;
  const bool fits = address && (reach == Reach::anywhere || allowed_by_name() ||
                                (reach == Reach::public_only ? address->is_public() : address->is_loopback()));
  if (!fits) {
    refused_address_ = address ? address->text() : "neither IPv4 nor IPv6";
    return CURL_SOCKET_BAD;
  }
  socket_opened_ = true;
  return ::socket(wanted.family, wanted.socktype | SOCK_CLOEXEC, wanted.protocol);
}

std::optional<Result<Answer>> Transfer::end(CURLcode code) {
  auto result = outcome(code);
  source_.close();
  if (!result) return result;
  const auto location = result->headers.find("Location");
  const bool asks_only = request_.method == "GET" || request_.method == "HEAD";
  if (!is_redirect(result->status) || !location || !asks_only || request_.redirects == 0) return result;
  if (auto failed = follow(*location)) return tl::make_unexpected(*failed);
  return std::nullopt;
}

Result<Answer> Transfer::outcome(CURLcode code) {
  long status = 0;
  curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
  answer_.status = static_cast<int>(status);
  answer_.url = url_.text;
  answer_.cut = too_large_ && request_.excess == Excess::cut && header_bytes_ <= kMostHeaderBytes;
  if (code == CURLE_OK || answer_.cut) return answer_;
  if (too_large_) return tl::make_unexpected(failure(FailureKind::too_large, "more than was asked for"));
  if (!refused_address_.empty() && !socket_opened_) {
    const auto words = fmt::format("{} leads to {}, which may not be asked", url_.host, refused_address_);
    return tl::make_unexpected(failure(FailureKind::refused_address, words));
  }
  const auto words = source_.failure().empty() ? words_of(code, details_.data()) : source_.failure();
  return tl::make_unexpected(failure(kind_of(code, words), words));
}

std::optional<Failure> Transfer::follow(const std::string& location) {
  const auto next = resolve(url_, location);
  if (!next) return failure(FailureKind::redirects, "a redirect to what is no address");
  const bool seen = next->text == url_.text ||
                    std::ranges::any_of(answer_.hops, [&](const Hop& hop) { return hop.from == next->text; });
  answer_.hops.push_back({.status = answer_.status, .from = url_.text, .to = next->text});
  if (seen) return failure(FailureKind::redirects, "redirects lead in a circle");
  if (answer_.hops.size() > request_.redirects) {
    return failure(FailureKind::redirects, fmt::format("more than {} redirects", request_.redirects));
  }
  url_ = *next;
  return std::nullopt;
}

}  // namespace thidua::http
