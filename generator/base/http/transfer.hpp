// One request on its way, hop by hop, on a handle that the client lends it. Inside of Client.
#pragma once

#include <curl/curl.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/http/body_source.hpp"
#include "base/http/client.hpp"
#include "base/http/curl.hpp"
#include "base/http/url.hpp"

namespace thidua::http {

/// Neither copied nor moved: the handle knows where it stands.
class Transfer {
 public:
  /// Both outlive it.
  Transfer(const ClientOptions& options, Request request) : options_(options), request_(std::move(request)) {}
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  /// Readies a handle for the next hop; a failure where the address, the headers or the file forbid it.
  std::optional<Failure> begin(CURL* handle);

  /// The hop has ended. Nothing where a redirect is to be followed: then begin() is to be called again.
  std::optional<Result<Answer>> end(CURLcode code);

 private:
  std::optional<Failure> check_address();
  bool set_headers();
  void set_method();
  void set_patience();
  void set_credentials();

  bool allowed_by_name() const;
  Result<Answer> outcome(CURLcode code);
  std::optional<Failure> follow(const std::string& location);
  Failure failure(FailureKind kind, std::string words) const;

  std::size_t take_header(std::string_view line);
  std::size_t take_body(std::string_view bytes);
  curl_socket_t open_socket(const curl_sockaddr& wanted);
  void set_callbacks();

  const ClientOptions& options_;
  Request request_;
  CURL* handle_ = nullptr;
  Url url_;
  std::optional<Url> first_;  ///< of the first hop: whom the credentials are for
  List headers_;
  Answer answer_;
  std::size_t header_bytes_ = 0;
  std::uint64_t received_ = 0;  ///< by the sink

  BodySource source_;
  bool too_large_ = false;
  std::string refused_address_;  ///< that the name resolved to
  bool socket_opened_ = false;   ///< to an address that may be asked
  std::array<char, CURL_ERROR_SIZE> details_{};
};

}  // namespace thidua::http
