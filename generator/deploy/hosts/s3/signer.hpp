// Signature Version 4 of AWS for S3, as its documentation "Authenticating Requests (AWS Signature Version 4)" has it.
// Our own, for libcurl's depends on its version in what it encodes and adds.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "base/http/message.hpp"

namespace thidua::deploy::s3 {

struct Keys {
  std::string access_key;
  std::string secret_key;
  std::string session_token;  ///< of temporary credentials; empty otherwise
};

/// What is to be signed. Every header given here is signed with it.
struct Signable {
  std::string method;
  std::string host;                          ///< as the Host header will have it
  std::string path;                          ///< decoded, from the first slash on
  std::map<std::string, std::string> query;  ///< decoded
  std::vector<http::Header> headers;         ///< without Host
  std::string payload_hash;                  ///< SHA-256 of the body, in hexadecimal digits
};

/// The query as it is signed, which must also be how it is sent: sorted, encoded, a = behind each name. Empty where it
/// is.
std::string query_text(const std::map<std::string, std::string>& query);

/// The headers of the request, those that prove it added. It holds for a quarter of an hour from `now`.
std::vector<http::Header> sign(const Signable& request, const Keys& keys, const std::string& region,
                               std::chrono::sys_seconds now);

}  // namespace thidua::deploy::s3
