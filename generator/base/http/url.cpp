#include "base/http/url.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <memory>

namespace thidua::http {
namespace {

using Parts = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

constexpr unsigned kLenient = CURLU_URLENCODE | CURLU_ALLOW_SPACE | CURLU_DISALLOW_USER;

std::optional<std::string> part(CURLU* parts, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(parts, which, &text, flags) != CURLUE_OK) return std::nullopt;
  std::string copy = text;
  curl_free(text);
  return copy;
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::optional<Url> taken_apart(CURLU* parts) {
  curl_url_set(parts, CURLUPART_FRAGMENT, nullptr, 0);
  const auto scheme = part(parts, CURLUPART_SCHEME);
  const auto host = part(parts, CURLUPART_HOST);
  const auto port = part(parts, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  const auto text = part(parts, CURLUPART_URL);
  if (!scheme || !host || host->empty() || !text) return std::nullopt;
  Url url{.scheme = lower(*scheme), .host = lower(*host), .text = *text};
  if (port) std::from_chars(port->data(), port->data() + port->size(), url.port);
  return url;
}

std::string encode(std::string_view text, std::string_view kept) {
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain || kept.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

}  // namespace

std::string Url::place() const { return fmt::format("{}:{}", host, port); }

std::string Url::shown() const { return text.substr(0, text.find('?')); }

bool Url::same_origin(const Url& other) const {
  return scheme == other.scheme && host == other.host && port == other.port;
}

std::optional<Url> parse_url(const std::string& text) {
  const Parts parts(curl_url(), curl_url_cleanup);
  if (curl_url_set(parts.get(), CURLUPART_URL, text.c_str(), kLenient) != CURLUE_OK) return std::nullopt;
  return taken_apart(parts.get());
}

std::optional<Url> resolve(const Url& base, const std::string& reference) {
  const Parts parts(curl_url(), curl_url_cleanup);
  if (curl_url_set(parts.get(), CURLUPART_URL, base.text.c_str(), 0) != CURLUE_OK) return std::nullopt;
  if (curl_url_set(parts.get(), CURLUPART_URL, reference.c_str(), kLenient) != CURLUE_OK) return std::nullopt;
  return taken_apart(parts.get());
}

std::string encode_path(std::string_view path) { return encode(path, "-._~/"); }

std::string encode_component(std::string_view text) { return encode(text, "-._~"); }

std::string decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = 0;
    const char* const digits = text.data() + i + 1;
    const bool encoded =
        text[i] == '%' && i + 2 < text.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    decoded += encoded ? static_cast<char>(byte) : text[i];
    if (encoded) i += 2;
  }
  return decoded;
}

}  // namespace thidua::http
